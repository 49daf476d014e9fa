import { parseDay } from '#law/calendar';
import type { Basis, Refusal, Words } from '#law/statute';
import type { Input } from './machine.ts';

type Values = Readonly<Record<string, unknown>>;

/** What each kind of input looks like, and how to say so. Forms send text, and text is not to be trusted. */
const KINDS: Readonly<
  Record<Input['type'], { readonly fits: (value: unknown, input: Input) => boolean; readonly wanted: Words }>
> = {
  // a real day of the calendar: 30 February is told here and not somewhere in a count
  DAY: {
    fits: value => typeof value === 'string' && parseDay(value) !== null,
    wanted: { zh: '日期,如2024-09-29', en: 'a day such as 2024-09-29' },
  },
  CODE: {
    fits: (value, { codes }) => codes?.includes(String(value)) === true,
    wanted: { zh: '可选的代码', en: 'one of the codes' },
  },
  // days and heads are never negative; limits are the guards' business, which know the article
  NUMBER: {
    fits: value => Number.isFinite(value) && Number(value) >= 0,
    wanted: { zh: '不小于零的数', en: 'a number, zero or more' },
  },
  // “false” as text would be true
  FLAG: { fits: value => typeof value === 'boolean', wanted: { zh: '是或者否', en: 'yes or no' } },
  TEXT: { fits: value => typeof value === 'string', wanted: { zh: '文字', en: 'text' } },
};

/** Whether an event brings what its step asks for, and nothing that is not of the kind asked for. */
export function checkInputs(inputs: readonly Input[], event: object, basis: Basis): Refusal | null {
  const values = event as Values;
  const given = (i: Input): boolean => values[i.name] !== undefined && values[i.name] !== null;
  const missing = inputs.filter(i => i.required && (!given(i) || isBlank(values[i.name])));
  // what is missing first: a form half filled in is the common case, and its blanks are no mistakes
  if (missing.length > 0) return inputMissing(missing, basis);
  const wrong = inputs.filter(i => given(i) && !KINDS[i.type].fits(values[i.name], i));
  return wrong.length > 0 ? inputNotValid(wrong, basis) : null;
}

/** Spaces name no organ and give no reason. */
const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

function inputMissing(missing: readonly Input[], basis: Basis): Refusal {
  return {
    code: 'INPUT_MISSING',
    message: {
      zh: `缺少:${missing.map(i => i.words.zh).join('、')}`,
      en: `missing: ${missing.map(i => i.words.en).join(', ')}`,
    },
    basis,
    remedy: { zh: '请补充', en: 'add them' },
    missing: missing.map(i => i.name),
  };
}

function inputNotValid(wrong: readonly Input[], basis: Basis): Refusal {
  return {
    code: 'INPUT_NOT_VALID',
    message: {
      zh: `填写不符合要求:${wrong.map(i => i.words.zh).join('、')}`,
      en: `not of the kind asked for: ${wrong.map(i => i.words.en).join(', ')}`,
    },
    basis,
    remedy: {
      zh: wrong.map(i => i.codes?.join('/') ?? KINDS[i.type].wanted.zh).join(';'),
      en: wrong.map(i => i.codes?.join('/') ?? KINDS[i.type].wanted.en).join('; '),
    },
    missing: wrong.map(i => i.name),
  };
}
