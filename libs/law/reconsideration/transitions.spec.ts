import { describe, expect, it } from 'vitest';
import { edgesOf, stepOf } from '#law/procedure';
import { RECONSIDERATION, type RcKind, type RcRole } from '#law/reconsideration';

const OPEN = 'ACCEPTED REPLY_PENDING IN_REVIEW DECISION_PENDING';

/** How a case moves, read off the law: from, event, to, article of 2023. Steps that keep the state are left out. */
const MOVES: readonly (readonly [string, RcKind, string, number])[] = [
  ['RECEIVED', 'NOTICE_CORRECTION', 'CORRECTION_PENDING', 31],
  ['RECEIVED', 'REFUSE', 'REFUSED', 30],
  ['RECEIVED', 'TRANSFER', 'TRANSFERRED', 30],
  ['RECEIVED', 'ACCEPT', 'ACCEPTED', 30],
  ['CORRECTION_PENDING', 'RECEIVE_CORRECTIONS', 'RECEIVED', 31],
  ['CORRECTION_PENDING', 'ABANDON', 'ABANDONED', 31],
  ['ACCEPTED', 'COPY_SERVED', 'REPLY_PENDING', 48],
  ['REPLY_PENDING', 'REPLY', 'IN_REVIEW', 48],
  ['REPLY_PENDING', 'NO_REPLY', 'IN_REVIEW', 70],
  [OPEN, 'SUSPEND', 'SUSPENDED', 39],
  ['SUSPENDED', 'RESUME', OPEN, 39],
  [`${OPEN} SUSPENDED`, 'TERMINATE', 'TERMINATED', 41],
  [OPEN, 'DISMISS', 'DISMISSED', 33],
  [OPEN, 'MEDIATE', 'MEDIATED', 73],
  ['IN_REVIEW', 'SUBMIT', 'DECISION_PENDING', 61],
  ['DECISION_PENDING', 'SEND_BACK', 'IN_REVIEW', 61],
  ['DECISION_PENDING', 'DECIDE', 'DECIDED', 61],
  ['DECIDED DISMISSED', 'SERVE', 'EFFECTIVE', 75],
  ['EFFECTIVE MEDIATED TERMINATED', 'CLOSE', 'CLOSED', 77],
];

describe('how a case moves', () => {
  it('is what the law says, and nothing besides', () => {
    const expected = MOVES.flatMap(([from, kind, to]) =>
      from.split(' ').flatMap(f => to.split(' ').map(t => `${f} ${kind} ${t}`)),
    );
    const moves = edgesOf(RECONSIDERATION).filter(e => e.from !== null && e.from !== e.to);
    expect(moves.map(e => `${e.from} ${e.kind} ${e.to}`).toSorted()).toEqual(expected.toSorted());
    expect(edgesOf(RECONSIDERATION).filter(e => e.from === null)).toEqual([
      { from: null, to: 'RECEIVED', kind: 'RECEIVE' },
    ]);
  });

  it.each(MOVES)('%s · %s → %s rests on art. %i', (_, kind, __, article) =>
    expect(stepOf(RECONSIDERATION, kind).bases[0][0]).toMatchObject({ version: '2023', article }),
  );
});

const kindsOf = (role: RcRole): string[] =>
  RECONSIDERATION.steps.filter(s => s.roles.includes(role)).map(s => s.kind);
const onlyBy = (role: RcRole): string[] =>
  RECONSIDERATION.steps.filter(s => s.roles.every(r => r === role)).map(s => s.kind);

describe('who does what', () => {
  it('nobody makes happen what the law itself makes of silence', () => {
    expect(onlyBy('SYSTEM')).toEqual(['ABANDON', 'NO_REPLY']);
    expect(kindsOf('SYSTEM')).toEqual(['ABANDON', 'ACCEPT', 'NO_REPLY', 'TERMINATE']);
  });

  it('the organ decides (33, 61, 77), the office turns a case ordinary (55)', () => {
    expect(onlyBy('ORGAN_HEAD')).toEqual(['DECIDE', 'DISMISS', 'ORDER_PERFORMANCE', 'CRITICISE']);
    expect(kindsOf('ORGAN_HEAD')).toContain('TERMINATE');
    expect(stepOf(RECONSIDERATION, 'TERMINATE').roles).not.toContain('HANDLER');
    expect(onlyBy('OFFICE_HEAD')).toEqual(['CONVERT']);
    for (const kind of ['EXTEND_DECISION', 'SEND_BACK'] as const)
      expect(stepOf(RECONSIDERATION, kind).roles).toEqual(['OFFICE_HEAD', 'ORGAN_HEAD']);
  });

  it('the respondent records what it alone knows, and nothing else', () => {
    expect(kindsOf('RESPONDENT')).toEqual(['COPY_SERVED', 'REPLY', 'REPORT_BACK', 'REMAKE', 'PERFORMED']);
  });
});
