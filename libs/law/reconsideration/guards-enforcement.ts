import { count, wd, type CalendarDate } from '#law/calendar';
import { guard, last, type Context } from '#law/procedure';
import { cite, versionInForce, w, type Basis, type Words } from '#law/statute';
import type { RcEvent } from './events.ts';
import { isChangedHere, underOldText, type RcFacts } from './facts.ts';
import type { RcGuard } from './guards-intake.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { inOldTexts, law } from './texts.ts';

/*
 * Enforcement against an applicant or a third party (78). What the respondent owes is watched over by its superiors (77),
 * never by a court. An organ with power of its own enforces without the court; this is the other way.
 */

const compulsion = (article: number) => cite('COMPULSION_LAW', '2011', article);

interface EnforcementBasis {
  /** in the text that governs the case */
  readonly own: readonly Basis[];
  /** in 行政强制法 */
  readonly compulsion: Basis;
}

/** What an application to the court rests on. What was mediated has no limit of suit for 强制法 53 to count from. */
export const ENFORCEMENT_BASES: Readonly<Record<'CHANGED' | 'MEDIATED', EnforcementBasis>> = {
  CHANGED: {
    own: [[law(78, undefined, 2)], ...inOldTexts(33, undefined, 2)],
    compulsion: [compulsion(53), compulsion(54), compulsion(55)],
  },
  MEDIATED: { own: [[law(78, undefined, 3)]], compulsion: [compulsion(54), compulsion(55)] },
};

/** 78(1): the act stands as it was made, and stays the business of whoever made it. */
export const upheldIsEnforcedByTheActingOrgan: RcGuard = guard(
  'UPHELD_IS_ENFORCED_BY_THE_ACTING_ORGAN',
  {
    basis: [law(78, undefined, 1)],
    older: inOldTexts(33, undefined, 1),
    message: w(
      '维持行政行为的,不由复议机关申请强制执行',
      'what was upheld is not enforced by the reconsideration organ',
    ),
    remedy: w(
      '由作出行政行为的行政机关(被申请人)依法强制执行,或者申请人民法院强制执行',
      'the organ that acted (the respondent) enforces it, or applies to the court',
    ),
    who: ['RESPONDENT'],
  },
  facts => last(facts, 'DECIDE')?.outcome !== 'UPHOLD',
);

/**
 * 78 names three papers: upheld, changed, mediated. A dismissal (33, 69) changes nothing, so the act is enforced as any
 * other; what is revoked, illegal, invalid or ordered binds the respondent alone. A mediation document is in the list only
 * since 2023.
 */
export const resultIsEnforcedHere: RcGuard = guard(
  'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE',
  {
    basis: [law(78)],
    older: inOldTexts(33),
    message: w(
      '该结果不属于由复议机关申请强制执行的情形',
      'this result is not one the reconsideration organ may have enforced',
    ),
    remedy: w(
      '驳回申请、驳回请求未改变行政行为的,由作出该行为的行政机关依法处理;被申请人不履行的,责令其限期履行',
      'after a dismissal the organ that acted sees to its act; a respondent who does not perform is ordered to',
    ),
  },
  (facts, event, { today, settings }) => {
    if (last(facts, 'DECIDE')?.outcome === 'UPHOLD') return true;
    if (!last(facts, 'MEDIATE')) return isChangedHere(facts);
    return !underOldText(facts, event?.on ?? today, settings);
  },
);

const TEN_DAYS = wd(10);

/** The day on which the paper bound those it names: from then on they can be exhorted to perform it. */
const inForceOn = (facts: RcFacts): CalendarDate | undefined =>
  (last(facts, 'MEDIATE') ?? last(facts, 'SERVE'))?.on;

/** “催告书送达十日后当事人仍未履行义务的”; ten days are working days (69). No text asked for it before 2012. */
export const exhortedTenDaysBefore: RcGuard = guard(
  'EXHORTED_TEN_WORKING_DAYS_BEFORE',
  {
    basis: [law(78), compulsion(54), compulsion(69)],
    older: inOldTexts(33),
    message: w('催告书送达未满十个工作日', 'ten working days since the exhortation are not over'),
    remedy: w(
      '先书面催告当事人履行;催告书送达十个工作日后仍未履行的,再申请',
      'exhort in writing first; apply when ten working days after its service have passed in vain',
    ),
    who: ['HANDLER'],
  },
  (facts, event, context) => {
    if (event?.kind !== 'APPLY_ENFORCEMENT' || !versionInForce('COMPULSION_LAW', event.on)) return true;
    return exhortationFault(facts, event, context) ?? true;
  },
);

const told = (message: Words) => ({ message, missing: ['exhortationServedOn'] });

function exhortationFault(
  facts: RcFacts,
  { exhortedOn, exhortationServedOn: servedOn, on }: Extract<RcEvent, { kind: 'APPLY_ENFORCEMENT' }>,
  { calendar, settings }: Context<ReconsiderationSettings>,
) {
  const since = inForceOn(facts);
  if (exhortedOn && servedOn < exhortedOn)
    return told(w('催告书的送达日期早于催告书的日期', 'served before the day it bears'));
  if (since && servedOn < since)
    return told(
      w(
        `催告书应当在文书生效(${since})之后送达`,
        `an exhortation comes after the paper is in force (${since})`,
      ),
    );
  const { due } = count({ day0: servedOn, period: TEN_DAYS }, calendar, settings.count);
  if (due === null || on > due) return null;
  return told(
    w(
      `催告书${servedOn}送达,十个工作日至${due}届满`,
      `exhorted on ${servedOn}: the ten working days end on ${due}`,
    ),
  );
}
