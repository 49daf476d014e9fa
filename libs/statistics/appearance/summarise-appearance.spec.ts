import { describe, expect, it } from 'vitest';
import type { PostClass } from '#codes';
import type { AppearanceSummary, AttendanceRecord, HearingRecord } from './hearing-record.ts';
import { summariseAppearance } from './summarise-appearance.ts';

const head = (post: PostClass = 'DEPUTY', more: Partial<AttendanceRecord> = {}): AttendanceRecord => ({
  post,
  identity: 'ACCEPTED',
  leftWithoutLeave: false,
  ...more,
});

function hearing(
  heldOn: string | null,
  attendances: AttendanceRecord[] | null,
  more: Partial<HearingRecord> = {},
) {
  return { heldOn, attendances, headSummonedAgain: false, excuseAccepted: false, covered: false, ...more };
}

const staff = head('OTHER');
const again = { headSummonedAgain: true };
const excuse = { excuseAccepted: true };

describe('出庭规定(2020)', () => {
  it.each<[string, HearingRecord[], Partial<AppearanceSummary>]>([
    ['no hearing: nothing to say', [], { appeared: null, heardOn: null, hearingsHeld: 0, excused: false }],
    ['a hearing that was put off', [hearing(null, [])], { appeared: null, heardOn: null, hearingsHeld: 0 }],
    [
      'art. 2 ¶1: deputy',
      [hearing('2024-03-01', [head(), staff])],
      { appeared: true, appearedPost: 'DEPUTY' },
    ],
    ['art. 2 ¶1: others in charge', [hearing('2024-03-01', [head('OTHER_HEAD')])], { appeared: true }],
    [
      'art. 2 ¶2: head of a subordinate body',
      [hearing('2024-03-01', [staff])],
      { appeared: false, appearedPost: null },
    ],
    [
      'art. 3: a co-defendant came by agreement',
      [hearing('2024-03-01', [staff], { covered: true })],
      { appeared: false, covered: true, excused: false },
    ],
    [
      'art. 6: identity not accepted',
      [hearing('2024-03-01', [head('CHIEF', { identity: 'REJECTED' })])],
      { appeared: false, hearingsAttended: 0 },
    ],
    [
      'art. 7 ¶1: one of two hearings suffices',
      [hearing('2024-04-01', [staff]), hearing('2024-03-01', [head()])],
      { appeared: true, heardOn: '2024-03-01', hearingsHeld: 2, hearingsAttended: 1 },
    ],
    [
      'art. 7 ¶1: the second of two suffices too',
      [hearing('2024-03-01', [staff]), hearing('2024-04-01', [head('CHIEF')])],
      { appeared: true, appearedPost: 'CHIEF' },
    ],
    [
      'art. 7 ¶1: summoned again, nobody came',
      [hearing('2024-03-01', [head()]), hearing('2024-04-01', [staff], again)],
      { appeared: false, appearedPost: null, hearingsAttended: 1, excused: false },
    ],
    [
      'art. 7 ¶1: summoned again, and came',
      [hearing('2024-03-01', [head()]), hearing('2024-04-01', [head('CHIEF')], again)],
      { appeared: true, appearedPost: 'CHIEF', hearingsAttended: 2 },
    ],
    [
      'arts 7, 8: summoned again, excused: the first attendance stands',
      [hearing('2024-03-01', [head()]), hearing('2024-04-01', [staff], { ...again, ...excuse })],
      { appeared: true, excused: false },
    ],
    [
      'arts 8–9: reason accepted',
      [hearing('2024-03-01', [staff], excuse)],
      { appeared: false, excused: true },
    ],
    [
      'arts 8–9: excused once, absent without a reason the next time',
      [hearing('2024-03-01', [staff], excuse), hearing('2024-04-01', [staff])],
      { appeared: false, excused: false },
    ],
    [
      'art. 12(四): left without leave',
      [hearing('2024-03-01', [head('CHIEF', { leftWithoutLeave: true })])],
      { appeared: false, hearingsAttended: 0 },
    ],
    [
      'the highest post stands for the instance',
      [hearing('2024-03-01', [head('OTHER_HEAD'), head('DEPUTY')]), hearing('2024-04-01', [head('CHIEF')])],
      { appearedPost: 'CHIEF' },
    ],
    ['nobody recorded who came', [hearing('2024-03-01', null)], { appeared: null, excused: false }],
    [
      'one hearing recorded without a head, one not recorded: unknown',
      [hearing('2024-03-01', [staff]), hearing('2024-04-01', null)],
      { appeared: null },
    ],
    [
      'came once, a later hearing not recorded and not summoned: appeared',
      [hearing('2024-03-01', [head()]), hearing('2024-04-01', null)],
      { appeared: true },
    ],
    [
      'came once, summoned again, not recorded: unknown',
      [hearing('2024-03-01', [head()]), hearing('2024-04-01', null, again)],
      { appeared: null, appearedPost: null },
    ],
  ])('%s', (_name, hearings, expected) => {
    expect(summariseAppearance(hearings)).toMatchObject(expected);
  });
});
