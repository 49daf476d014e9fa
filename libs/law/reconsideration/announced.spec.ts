import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { stepOf, whatIf } from '#law/procedure';
import {
  DEFAULT_RECONSIDERATION_SETTINGS,
  RECONSIDERATION,
  rcRows,
  type RcEvent,
  type RcKind,
} from '#law/reconsideration';
import { at, e, type WithoutBase } from '#test/fixtures/law/reconsideration';

const parts = { machine: RECONSIDERATION, rows: () => rcRows(DEFAULT_RECONSIDERATION_SETTINGS) };
const ANNOUNCED = {
  STARTED: 'starts',
  MET: 'meets',
  STOPPED: 'stops',
  MOVED: 'moves',
  ENDED: 'stops',
} as const;
const role = (kind: RcKind) => stepOf(RECONSIDERATION, kind).roles[0]!;

type Told = readonly [on: string, event: WithoutBase<RcEvent>, changes: string];

/** Cases told event by event; after each, what it does to the clocks, worked out from the articles. */
const CASES: readonly (readonly [string, readonly Told[]])[] = [
  [
    'upheld after an extension, sued over',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      [
        '2024-06-05',
        { kind: 'ACCEPT', procedure: 'ORDINARY' },
        'RC-07 MET, RC-09 MET, RC-12 STARTED, RC-28 STARTED',
      ],
      ['2024-06-06', { kind: 'SEND_COPY' }, 'RC-12 MET'],
      ['2024-06-07', { kind: 'COPY_SERVED' }, 'RS-01 STARTED'],
      ['2024-06-14', { kind: 'REPLY' }, 'RS-01 MET'],
      ['2024-06-17', { kind: 'HEAR_OPINIONS' }, ''],
      ['2024-06-17', { kind: 'JOIN_THIRD_PARTY' }, ''],
      ['2024-06-18', { kind: 'STOP_EXECUTION', ground: 'LAW_REQUIRES' }, ''],
      ['2024-06-19', { kind: 'INVESTIGATE', officers: 2 }, ''],
      ['2024-06-20', { kind: 'GRANT_FILE_ACCESS' }, ''],
      ['2024-06-20', { kind: 'REFUSE_FILE_ACCESS', ground: 'PRIVACY' }, ''],
      ['2024-07-01', { kind: 'EXTEND_DECISION', days: 30, approvedBy: 'OFFICE_HEAD' }, 'RC-28 MOVED'],
      ['2024-07-02', { kind: 'EXCLUDE_TIME', ground: 'INSPECTION', until: d('2024-07-05') }, 'RC-28 MOVED'],
      ['2024-07-10', { kind: 'OPINION_LETTER' }, 'RC-38 STARTED'],
      ['2024-07-11', { kind: 'RECOMMENDATION_LETTER', addressee: '某市人民政府' }, ''],
      ['2024-07-15', { kind: 'SUBMIT' }, ''],
      ['2024-07-16', { kind: 'SEND_BACK', reason: '补充事实' }, ''],
      ['2024-07-17', { kind: 'SUBMIT' }, ''],
      ['2024-07-20', { kind: 'DECIDE', outcome: 'UPHOLD' }, 'RC-28 MET'],
      ['2024-07-22', { kind: 'SERVE' }, 'RC-35 STARTED'],
      ['2024-07-23', { kind: 'COPY_TO_SUPERIOR', addressee: '某省某厅' }, ''],
      ['2024-07-24', { kind: 'PUBLISH' }, ''],
      ['2024-08-01', { kind: 'SUED' }, 'RC-35 MET'],
      ['2024-08-05', { kind: 'REPORT_BACK' }, 'RC-38 MET'],
      ['2024-12-01', { kind: 'CLOSE' }, ''],
    ],
  ],
  [
    'corrected, heard, asked of the committee, sent back, not re-made in time',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      ['2024-06-05', { kind: 'NOTICE_CORRECTION' }, 'RC-07 MET, RC-09 MET, RC-10 STARTED'],
      ['2024-06-06', { kind: 'EXTEND_CORRECTION', until: d('2024-07-05') }, 'RC-10 MOVED'],
      ['2024-06-20', { kind: 'RECEIVE_CORRECTIONS' }, 'RC-10 MET, RC-11 STARTED'],
      ['2024-06-24', { kind: 'ACCEPT', procedure: 'ORDINARY' }, 'RC-11 MET, RC-12 STARTED, RC-28 STARTED'],
      ['2024-06-26', { kind: 'COPY_SERVED' }, 'RC-12 MET, RS-01 STARTED'],
      ['2024-07-03', { kind: 'REPLY' }, 'RS-01 MET'],
      ['2024-07-04', { kind: 'CLASSIFY', major: true }, ''],
      ['2024-07-05', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-07-25') }, 'RC-16 STARTED'],
      ['2024-07-06', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-07-24') }, 'RC-16 MOVED'],
      ['2024-07-08', { kind: 'NOTIFY_HEARING' }, 'RC-16 MET'],
      ['2024-07-09', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-07-25') }, 'RC-16 STARTED'],
      ['2024-07-10', { kind: 'NOTIFY_HEARING' }, 'RC-16 MET'],
      ['2024-07-25', { kind: 'HOLD_HEARING', hearingOfficers: 2 }, ''],
      ['2024-07-26', { kind: 'ASK_COMMITTEE' }, ''],
      ['2024-07-29', { kind: 'COMMITTEE_OPINION' }, ''],
      ['2024-07-30', { kind: 'SUBMIT' }, ''],
      [
        '2024-08-01',
        { kind: 'DECIDE', outcome: 'REVOKE', remakeOrdered: true, remakeWithinDays: 20 },
        'RC-28 MET',
      ],
      ['2024-08-05', { kind: 'SERVE' }, 'RC-35 STARTED, RC-36 STARTED'],
      ['2024-08-27', { kind: 'ORDER_PERFORMANCE', until: d('2024-09-30') }, 'RC-37-ORDER STARTED'],
      ['2024-08-28', { kind: 'INTERVIEW' }, ''],
      ['2024-08-29', { kind: 'CRITICISE' }, ''],
      ['2024-09-20', { kind: 'REMAKE' }, 'RC-36 MET, RC-37-ORDER MET'],
    ],
  ],
  [
    'simplified, turned ordinary, suspended, ended after sixty days',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      [
        '2024-06-04',
        { kind: 'ACCEPT', procedure: 'SIMPLIFIED', simplifiedGround: 'GOV_INFORMATION' },
        'RC-07 MET, RC-09 MET, RC-13 STARTED, RC-30 STARTED',
      ],
      ['2024-06-05', { kind: 'COPY_SERVED' }, 'RC-13 MET, RS-02 STARTED'],
      ['2024-06-06', { kind: 'REPLY' }, 'RS-02 MET'],
      ['2024-06-07', { kind: 'SUSPEND', ground: 'OTHER' }, 'RC-30 STOPPED'],
      ['2024-06-11', { kind: 'RESUME' }, 'RC-30 MOVED'],
      ['2024-06-12', { kind: 'CONVERT' }, 'RC-28 STARTED, RC-30 ENDED'],
      ['2024-06-20', { kind: 'SUSPEND', ground: 'ENTITY_ENDED' }, 'RC-28 STOPPED, RC-31 STARTED'],
      ['2024-08-21', { kind: 'TERMINATE', ground: 'SUSPENDED_60_DAYS' }, 'RC-28 MET, RC-31 MET'],
    ],
  ],
  [
    'a document under review, then mediated',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      [
        '2024-06-05',
        { kind: 'ACCEPT', procedure: 'ORDINARY' },
        'RC-07 MET, RC-09 MET, RC-12 STARTED, RC-28 STARTED',
      ],
      ['2024-06-07', { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower: true }, 'RC-23 STARTED'],
      ['2024-06-07', { kind: 'SUSPEND', ground: 'NORMATIVE_REVIEW' }, 'RC-25 STARTED, RC-28 STOPPED'],
      ['2024-06-11', { kind: 'NOTIFY_MAKER' }, 'RC-25 MET, RC-26 STARTED'],
      ['2024-06-13', { kind: 'MAKER_REPLY' }, 'RC-26 MET'],
      ['2024-06-20', { kind: 'END_NORMATIVE_REVIEW' }, 'RC-23 MET'],
      ['2024-06-21', { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower: false }, 'RC-24 STARTED'],
      ['2024-06-24', { kind: 'TRANSFER_NORMATIVE' }, 'RC-24 MET, RC-27 STARTED'],
      ['2024-06-26', { kind: 'RESUME' }, 'RC-28 MOVED'],
      [
        '2024-07-10',
        { kind: 'MEDIATE', signedByAll: true, sealed: true },
        'RC-28 MET, RC-27 ENDED, RC-12 ENDED',
      ],
      ['2024-07-20', { kind: 'PERFORMED' }, ''],
    ],
  ],
  [
    'a duty to perform, performed',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      [
        '2024-06-05',
        { kind: 'ACCEPT', procedure: 'ORDINARY' },
        'RC-07 MET, RC-09 MET, RC-12 STARTED, RC-28 STARTED',
      ],
      ['2024-06-06', { kind: 'COPY_SERVED' }, 'RC-12 MET, RS-01 STARTED'],
      ['2024-06-12', { kind: 'REPLY' }, 'RS-01 MET'],
      ['2024-06-13', { kind: 'HEAR_OPINIONS' }, ''],
      ['2024-06-14', { kind: 'SUBMIT' }, ''],
      ['2024-06-17', { kind: 'DECIDE', outcome: 'ORDER_PERFORM', performWithinDays: 60 }, 'RC-28 MET'],
      ['2024-06-18', { kind: 'SERVE' }, 'RC-35 STARTED, RC-37 STARTED'],
      ['2024-07-15', { kind: 'PERFORMED' }, 'RC-37 MET'],
    ],
  ],
  [
    'changed, not performed, enforced by the court',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      [
        '2024-06-05',
        { kind: 'ACCEPT', procedure: 'ORDINARY' },
        'RC-07 MET, RC-09 MET, RC-12 STARTED, RC-28 STARTED',
      ],
      ['2024-06-06', { kind: 'COPY_SERVED' }, 'RC-12 MET, RS-01 STARTED'],
      ['2024-06-12', { kind: 'REPLY' }, 'RS-01 MET'],
      ['2024-06-13', { kind: 'HEAR_OPINIONS' }, ''],
      ['2024-06-14', { kind: 'SUBMIT' }, ''],
      ['2024-06-17', { kind: 'DECIDE', outcome: 'CHANGE' }, 'RC-28 MET'],
      ['2024-06-18', { kind: 'SERVE' }, 'RC-35 STARTED'],
      [
        '2024-07-19',
        {
          kind: 'APPLY_ENFORCEMENT',
          against: 'APPLICANT',
          court: '某县人民法院',
          exhortationServedOn: d('2024-07-04'),
        },
        'RC-39 MET',
      ],
    ],
  ],
  [
    'dismissed',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      [
        '2024-06-05',
        { kind: 'ACCEPT', procedure: 'ORDINARY' },
        'RC-07 MET, RC-09 MET, RC-12 STARTED, RC-28 STARTED',
      ],
      ['2024-06-10', { kind: 'DISMISS', ground: 'NO_INTEREST' }, 'RC-28 MET, RC-12 ENDED'],
      ['2024-06-12', { kind: 'SERVE' }, 'RC-35 STARTED'],
    ],
  ],
  [
    'refused',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      ['2024-06-05', { kind: 'REFUSE', ground: 'OUT_OF_TIME' }, 'RC-07 MET, RC-09 MET'],
    ],
  ],
  [
    'handed on to the competent organ',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      ['2024-06-05', { kind: 'TRANSFER', competentOrgan: '某市人民政府' }, 'RC-07 MET, RC-09 MET'],
    ],
  ],
  [
    'mediation fails, the parties settle all the same, the applicant withdraws',
    [
      ['2024-06-03', { kind: 'RECEIVE' }, 'RC-07 STARTED, RC-09 STARTED'],
      [
        '2024-06-05',
        { kind: 'ACCEPT', procedure: 'ORDINARY' },
        'RC-07 MET, RC-09 MET, RC-12 STARTED, RC-28 STARTED',
      ],
      ['2024-06-06', { kind: 'COPY_SERVED' }, 'RC-12 MET, RS-01 STARTED'],
      ['2024-06-12', { kind: 'REPLY' }, 'RS-01 MET'],
      ['2024-06-13', { kind: 'BEGIN_MEDIATION' }, ''],
      ['2024-06-13', { kind: 'SUSPEND', ground: 'MEDIATION_AGREED' }, 'RC-28 STOPPED'],
      ['2024-06-20', { kind: 'HOLD_MEDIATION' }, ''],
      ['2024-06-27', { kind: 'END_MEDIATION', ground: 'NO_AGREEMENT' }, ''],
      ['2024-06-27', { kind: 'RESUME' }, 'RC-28 MOVED'],
      ['2024-07-05', { kind: 'SETTLE' }, ''],
      ['2024-07-08', { kind: 'ASK_WITHDRAWAL' }, ''],
      ['2024-07-09', { kind: 'TERMINATE', ground: 'WITHDRAWN_WITH_LEAVE' }, 'RC-28 MET'],
    ],
  ],
];

const seen = new Set<string>();
function run(told: readonly Told[]): { kind: RcKind; changes: string; unannounced: string[] }[] {
  const events: RcEvent[] = [];
  return told.map(([on, input]) => {
    const event = e(on, input);
    const ruling = whatIf(parts, events, event, role(event.kind), at(on));
    if (!ruling.ok) throw new Error(`${on} ${event.kind}: ${ruling.refusal.code}`);
    events.push(event);
    seen.add(event.kind);
    const clocks = stepOf(RECONSIDERATION, event.kind).clocks ?? {};
    const unannounced = ruling.value.clocks.filter(
      // that a case which ends lets its other clocks fall is said by its state, not by each step
      c => c.how !== 'ENDED' && !clocks[ANNOUNCED[c.how]]?.includes(c.code),
    );
    return {
      kind: event.kind,
      changes: ruling.value.clocks
        .map(c => `${c.code} ${c.how}`)
        .toSorted()
        .join(', '),
      unannounced: unannounced.map(c => `${c.code} ${c.how}`),
    };
  });
}

describe('what a step says it does to the clocks is what it does', () => {
  it.each(CASES)('%s', (_, told) => {
    expect(run(told)).toEqual(
      told.map(([, { kind }, changes]) => ({
        kind,
        changes: changes.split(', ').toSorted().join(', '),
        unannounced: [],
      })),
    );
  });

  it('leaves out no step that anybody can take', () => {
    const byPeople = RECONSIDERATION.steps.filter(s => s.roles.some(r => r !== 'SYSTEM')).map(s => s.kind);
    expect(byPeople.filter(kind => !seen.has(kind))).toEqual([]);
  });
});
