import type { CalendarDate } from '#law/calendar';
import type { CaseClock } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type RcKind } from '#law/reconsideration';
import { w, type Words } from '#law/statute';
import type { Field, MissingFact, Part } from './letter.ts';
import type { LetterCase, LetterOffice } from './letter-case.ts';
import { dayText, field, maybe, need } from './runs.ts';
import type { StepRecord } from './step-record.ts';

export type EventOf<K extends RcKind> = Extract<RcEvent, { readonly kind: K }>;

/** One step of the case as a letter reads it: its event, its record, and a way to ask for what they hold. */
export interface StepFacts<K extends RcKind> {
  readonly event: EventOf<K> | undefined;
  readonly record: StepRecord;
  /** the fact under its name, or what is missing; without the event, the event itself */
  readonly tell: (value: string | null | undefined, name: string, what: Words) => Field | MissingFact;
  readonly tellAll: (values: readonly string[] | undefined, name: string, what: Words) => readonly Part[];
  readonly day: (day: CalendarDate | null | undefined, name: string, what: Words) => Field | MissingFact;
  /** `event:ACCEPT.on` and the like */
  readonly source: (name: string) => string;
}

/** The event the letter is about where it is of this kind, else the last of the kind. */
export function step<K extends RcKind>(c: LetterCase, kind: K): StepFacts<K> {
  const own = c.facts.history.filter((e): e is EventOf<K> => e.kind === kind);
  const event = own.find(e => e.id === c.letter.about) ?? own.at(-1);
  const words = stepName(kind);
  const source = (name: string) => `event:${kind}.${name}`;
  const tell: StepFacts<K>['tell'] = (value, name, what) =>
    event
      ? need(value, source(name), what, words)
      : { source: `event:${kind}`, what: words, suppliedBy: words };
  return {
    event,
    record: (event && c.records[event.id]) ?? {},
    tell,
    tellAll: (values, name, what) =>
      values?.length
        ? values.map((value, at) => tell(value, `${name}[${at}]`, what))
        : [tell(null, name, what)],
    day: (day, name, what) => tell(day ? dayText(day) : null, name, what),
    source,
  };
}

/** The step as the law's table names it. */
export function stepName(kind: RcKind): Words {
  return RECONSIDERATION.steps.find(one => one.kind === kind)?.name ?? w(kind, kind);
}

export const REGISTERED = w('案件登记', 'registration of the case');
export const LETTER_FORM = w('拟制文书', 'drafting the letter');
export const ORGAN_FORM = w('机关资料', 'details of the organ');
export const CLOCKS = w('期限计算(中止期间没有届满日)', 'the clocks (none while the case is suspended)');

export const caseNumber = (c: LetterCase): Part =>
  need(c.number, 'case.number', w('案号', 'case number'), REGISTERED);

export const receivedOn = (c: LetterCase): Part =>
  need(
    c.receivedOn && dayText(c.receivedOn),
    'case.receivedOn',
    w('收到申请的日期', 'day of receipt'),
    REGISTERED,
  );

/** The last days of a case's clocks, as a letter asks for them. */
export const duesOf = (clocks: readonly CaseClock[]): LetterCase['dues'] =>
  Object.fromEntries(clocks.map(one => [one.code, one.clock.due]));

/** The last day of a clock of the case. */
export const due = (c: LetterCase, code: string): Part =>
  dueIfAny(c, code, day => day) ?? {
    source: `clock:${code}.due`,
    what: w(`期限${code}的届满日`, `last day of clock ${code}`),
    suppliedBy: CLOCKS,
  };

/** The same where the letter can do without. */
export function dueIfAny(c: LetterCase, code: string, around: (day: Field) => Part): Part {
  const day = c.dues[code];
  return maybe(day && dayText(day), `clock:${code}.due`, around);
}

/** Where to bring something: address, and the telephone if there is one. */
export function reach(one: LetterOffice, source: 'case.office' | 'case.organ'): Part {
  return [
    need(one.address, `${source}.address`, w('地址', 'address'), ORGAN_FORM),
    maybe(one.telephone, `${source}.telephone`, telephone => ['，联系电话：', telephone]),
  ];
}

export const officeName = (c: LetterCase): Field => field(c.office.name, 'case.office.name');
export const organName = (c: LetterCase): Field => field(c.organ.name, 'case.organ.name');
