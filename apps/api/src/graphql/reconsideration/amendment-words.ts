import { AMENDED_WORDS, type AmendedField } from '#casework';
import { w, type Words } from '#law/statute';

/** A change as the journal keeps it: of some fields it holds the name alone. */
interface Told {
  field: AmendedField;
  party?: { name: string };
  before?: unknown;
  after?: unknown;
}

const YES_NO = { true: w('是', 'yes'), false: w('否', 'no') };
const NONE = w('无', 'none');

function valueText(value: unknown): Words {
  if (value === null || value === undefined) return NONE;
  if (typeof value === 'boolean') return YES_NO[`${value}`];
  return w(String(value as string | number), String(value as string | number));
}

const CONSENTED = w(
  '(已填明被代表的申请人同意变更,或者系其自行变更、更正笔误)',
  ' (told: those represented agree, vary the claims themselves, or it is a slip of the pen)',
);

function changeText({ field, party, ...change }: Told): Words {
  const { zh, en } = AMENDED_WORDS[field];
  const [whose, of] = party ? [`${party.name}的`, ` of ${party.name}`] : ['', ''];
  if (!('before' in change)) return w(`${whose}${zh}`, `${en}${of}`);
  const [before, after] = [valueText(change.before), valueText(change.after)];
  return w(`${whose}${zh} ${before.zh} → ${after.zh}`, `${en}${of} ${before.en} → ${after.en}`);
}

/** 更正登记:张*的送达地址 江州市**** → 江州市****(更正1)。理由:…… */
export function amendmentText(details: Readonly<Record<string, unknown>>): Words {
  const consented = details['claimsConsented'] === true;
  const changes = (details['changes'] as Told[]).map(one => {
    const { zh, en } = changeText(one);
    return consented && one.field === 'CLAIMS' ? w(zh + CONSENTED.zh, en + CONSENTED.en) : w(zh, en);
  });
  const [on, reason] = [String(details['on']), String(details['reason'])];
  const zh = changes.map(one => one.zh).join(';');
  const en = changes.map(one => one.en).join('; ');
  return w(`${on} 更正登记:${zh}。理由:${reason}`, `${on}: registration corrected: ${en}. Reason: ${reason}`);
}
