import { appearanceReturn } from './appearance-return.ts';
import type { ReturnForm } from './form.ts';
import { reconsiderationReturn2010, reconsiderationReturn2015 } from './reconsideration-return.ts';
import { DEFAULT_RETURN_SETTINGS, type ReturnSettings } from './settings.ts';

const MAKERS: Readonly<Record<string, (settings: ReturnSettings) => ReturnForm>> = {
  RECONSIDERATION_2015: settings => reconsiderationReturn2015(settings),
  RECONSIDERATION_2010: settings => reconsiderationReturn2010(settings),
  APPEARANCE: () => appearanceReturn(),
};

export const RETURN_FORM_CODES: readonly string[] = Object.keys(MAKERS);

/** A form by code, with the office's settings. */
export function returnForm(code: string, settings: ReturnSettings = DEFAULT_RETURN_SETTINGS): ReturnForm {
  const make = Object.hasOwn(MAKERS, code) ? MAKERS[code] : undefined;
  if (!make) throw new RangeError(`no return ${code}`);
  return make(settings);
}
