import type { CalendarDate } from '#law/calendar';
import type { Assessment } from './assess.ts';
import type { Instance } from './duty.ts';
import type { Post } from './rules.ts';

/**
 * What an appearance rate (负责人出庭应诉率) means. No statute fixes the formula (出庭规定(2020) art. 14 only lets
 * courts publish figures), and two published practices differ in the unit they count, so the definition is data.
 */
export interface RateDefinition {
  readonly unit: 'CASE_INSTANCE' | 'AGENCY_IN_CASE_INSTANCE' | 'HEARING';
  readonly onlyHeard: boolean;
  readonly justifiedAbsence: 'COUNT_AS_ABSENT' | 'EXCLUDE' | 'COUNT_AS_PRESENT';
  readonly coDefendant: 'EACH' | 'DESIGNATED_ONLY';
  readonly instances: readonly Instance[];
  readonly level: 'ANY_HEAD' | 'CHIEF';
  readonly from: CalendarDate | null;
  /** first day no longer in the period */
  readonly to: CalendarDate | null;
  readonly by: 'HEARING_DATE' | 'CLOSING_DATE';
  readonly groupedHearings: 'EACH' | 'ONE';
}

/** Default: sued-agency appearances, heard cases only, an accepted reason counted as absence. */
export const DEFAULT_RATE: RateDefinition = {
  unit: 'AGENCY_IN_CASE_INSTANCE',
  onlyHeard: true,
  justifiedAbsence: 'COUNT_AS_ABSENT',
  coDefendant: 'EACH',
  instances: ['FIRST', 'SECOND', 'RETRIAL_FIRST', 'RETRIAL_SECOND', 'REMAND_FIRST'],
  level: 'ANY_HEAD',
  from: null,
  to: null,
  by: 'HEARING_DATE',
  groupedHearings: 'EACH',
};

/** Cases heard in open court in which a head was present (青岛, first half of 2021). */
export const RATE_BY_CASE: RateDefinition = { ...DEFAULT_RATE, unit: 'CASE_INSTANCE' };
/** Head appearances per sued-agency appearance (西宁, first half of 2018). */
export const RATE_BY_AGENCY: RateDefinition = DEFAULT_RATE;

export interface HearingEntry {
  readonly id: string;
  readonly caseId: string;
  readonly instance: Instance;
  readonly agencyId: string;
  readonly hearingOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  /** several cases heard together share a group */
  readonly group: string | null;
  readonly designated: boolean;
  readonly post: Post | null;
  readonly assessment: Assessment;
}

export type Exclusion = 'NOT_HEARD' | 'INSTANCE' | 'PERIOD' | 'JUSTIFIED_ABSENCE' | 'NOT_DESIGNATED';

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** null when nothing is counted */
  readonly rate: number | null;
  readonly excluded: readonly { readonly id: string; readonly why: Exclusion }[];
}

export function appearanceRate(entries: readonly HearingEntry[], definition: RateDefinition): Rate {
  const excluded: { id: string; why: Exclusion }[] = [];
  const units = new Map<string, boolean>();
  for (const entry of entries) {
    const why = exclusionOf(entry, definition);
    if (why) excluded.push({ id: entry.id, why });
    else {
      const key = unitOf(entry, definition);
      units.set(key, (units.get(key) ?? false) || present(entry, definition));
    }
  }
  const numerator = [...units.values()].filter(Boolean).length;
  const denominator = units.size;
  return { numerator, denominator, rate: denominator === 0 ? null : numerator / denominator, excluded };
}

function exclusionOf(entry: HearingEntry, definition: RateDefinition): Exclusion | null {
  const { result } = entry.assessment;
  if (result === 'NOT_APPLICABLE' && definition.onlyHeard) return 'NOT_HEARD';
  if (!definition.instances.includes(entry.instance)) return 'INSTANCE';
  const day = definition.by === 'HEARING_DATE' ? entry.hearingOn : entry.closedOn;
  if (day === null && (definition.from !== null || definition.to !== null)) return 'PERIOD';
  if (day !== null && definition.from !== null && day < definition.from) return 'PERIOD';
  if (day !== null && definition.to !== null && day >= definition.to) return 'PERIOD';
  if (definition.coDefendant === 'DESIGNATED_ONLY' && !entry.designated) return 'NOT_DESIGNATED';
  return definition.justifiedAbsence === 'EXCLUDE' && result === 'JUSTIFIED_ABSENCE'
    ? 'JUSTIFIED_ABSENCE'
    : null;
}

function present({ assessment, post }: HearingEntry, definition: RateDefinition): boolean {
  if (assessment.headCounts) return definition.level === 'ANY_HEAD' || post === 'CHIEF';
  return definition.justifiedAbsence === 'COUNT_AS_PRESENT' && assessment.result === 'JUSTIFIED_ABSENCE';
}

function unitOf(
  { caseId, instance, agencyId, group, hearingOn }: HearingEntry,
  definition: RateDefinition,
): string {
  const subject = definition.groupedHearings === 'ONE' && group !== null ? `group ${group}` : caseId;
  if (definition.unit === 'HEARING') return `${subject} ${instance} ${hearingOn}`;
  return definition.unit === 'CASE_INSTANCE'
    ? `${subject} ${instance}`
    : `${subject} ${instance} ${agencyId}`;
}
