import { FIELD_MAPPINGS, SHIPPED_CODES, type CodeItem, type CodeMapping } from '#codes';
import { appearanceReturn } from './appearance-return.ts';
import { fieldRows } from './field-rows.ts';
import type { ReturnForm } from './form.ts';
import { reconsiderationReturn2010, reconsiderationReturn2015 } from './reconsideration-return.ts';
import { DEFAULT_RETURN_SETTINGS, type ReturnSettings } from './settings.ts';

/** The code lists a form's rows are made of; an office may have revised them. */
export interface ReturnLists {
  readonly items: readonly CodeItem[];
  readonly mappings: readonly Omit<CodeMapping, 'tag'>[];
}

const SHIPPED: ReturnLists = { items: SHIPPED_CODES, mappings: FIELD_MAPPINGS };

const MAKERS: Readonly<Record<string, (settings: ReturnSettings, lists: ReturnLists) => ReturnForm>> = {
  RECONSIDERATION_2015: (settings, { items, mappings }) =>
    reconsiderationReturn2015(settings, fieldRows(items, mappings)),
  RECONSIDERATION_2010: settings => reconsiderationReturn2010(settings),
  APPEARANCE: () => appearanceReturn(),
};

export const RETURN_FORM_CODES: readonly string[] = Object.keys(MAKERS);

/** A form by code, with the office's settings and lists. */
export function returnForm(
  code: string,
  settings: ReturnSettings = DEFAULT_RETURN_SETTINGS,
  lists: ReturnLists = SHIPPED,
): ReturnForm {
  const make = Object.hasOwn(MAKERS, code) ? MAKERS[code] : undefined;
  if (!make) throw new RangeError(`no return ${code}`);
  return make(settings, lists);
}
