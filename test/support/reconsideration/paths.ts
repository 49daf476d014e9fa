import type { StepKind } from '../../../apps/api/src/graphql/reconsideration/step-names.ts';

/** A step of a path: what, when, and what is sent with it. */
export type PathStep = readonly [kind: StepKind, on: string, input?: Readonly<Record<string, unknown>>];

export const RECEIVED_ON = '2025-03-03';

const ACCEPTED: PathStep[] = [['ACCEPT', '2025-03-06', { procedure: 'ORDINARY' }]];
const SIMPLIFIED: PathStep[] = [
  ['ACCEPT', '2025-03-06', { procedure: 'SIMPLIFIED', simplifiedGround: 'ON_SPOT_ACT' }],
];
const CORRECTING: PathStep[] = [['NOTICE_CORRECTION', '2025-03-05', { items: ['身份证明'] }]];
const SERVED: PathStep[] = [...ACCEPTED, ['SEND_COPY', '2025-03-10'], ['COPY_SERVED', '2025-03-11']];
const REVIEW: PathStep[] = [...SERVED, ['REPLY', '2025-03-20']];
const HEARD: PathStep[] = [...REVIEW, ['HEAR_OPINIONS', '2025-04-01']];
const PENDING: PathStep[] = [...HEARD, ['SUBMIT', '2025-04-10', { proposal: '建议维持' }]];
const DECISION = { findings: '事实清楚', reasons: '依据正确', disposition: '维持' };
const DECIDED: PathStep[] = [...PENDING, ['DECIDE', '2025-04-15', { outcome: 'UPHOLD', ...DECISION }]];
const EFFECTIVE: PathStep[] = [...DECIDED, ['SERVE', '2025-04-17']];
const TO_PERFORM: PathStep[] = [
  ...PENDING,
  ['DECIDE', '2025-04-15', { outcome: 'ORDER_PERFORM', performWithinDays: 10, ...DECISION }],
  ['SERVE', '2025-04-17'],
];
const TO_REMAKE: PathStep[] = [
  ...PENDING,
  ['DECIDE', '2025-04-15', { outcome: 'REVOKE', remakeOrdered: true, remakeWithinDays: 30, ...DECISION }],
  ['SERVE', '2025-04-17'],
];
const HEARING: PathStep[] = [
  ...REVIEW,
  ['SCHEDULE_HEARING', '2025-03-24', { hearingOn: '2025-04-10' }],
  ['NOTIFY_HEARING', '2025-03-25', { matters: '事实是否成立' }],
];
const OWN_POWER: PathStep[] = [
  ...REVIEW,
  ['BEGIN_NORMATIVE_REVIEW', '2025-03-24', { ownPower: true }],
  ['SUSPEND', '2025-03-24', { ground: 'NORMATIVE_REVIEW' }],
];
const NOTIFIED: PathStep[] = [...OWN_POWER, ['NOTIFY_MAKER', '2025-03-26']];
const SUSPENDED: PathStep[] = [...REVIEW, ['SUSPEND', '2025-03-24', { ground: 'FORCE_MAJEURE' }]];
const ASKED: PathStep[] = [...REVIEW, ['ASK_COMMITTEE', '2025-03-24']];
const MEDIATING: PathStep[] = [...REVIEW, ['BEGIN_MEDIATION', '2025-03-24']];
const LETTER = { addressee: '江州市公安局', content: '规范取证程序' };

/** For each step a path on which the law lets it be taken; the last of the path is the step itself. */
export const PATHS: Readonly<Record<StepKind, readonly PathStep[]>> = {
  NOTICE_CORRECTION: CORRECTING,
  EXTEND_CORRECTION: [...CORRECTING, ['EXTEND_CORRECTION', '2025-03-10', { until: '2025-04-10' }]],
  RECEIVE_CORRECTIONS: [...CORRECTING, ['RECEIVE_CORRECTIONS', '2025-03-10']],
  REFUSE: [['REFUSE', '2025-03-06', { ground: 'NO_INTEREST', reasons: '与该行为没有利害关系' }]],
  TRANSFER: [['TRANSFER', '2025-03-06', { competentOrgan: '江东县人民政府' }]],
  ACCEPT: ACCEPTED,
  CLASSIFY: [...ACCEPTED, ['CLASSIFY', '2025-03-07', { major: true }]],
  SEND_COPY: SERVED.slice(0, 2),
  COPY_SERVED: SERVED,
  REPLY: REVIEW,
  CONVERT: [...SIMPLIFIED, ['CONVERT', '2025-03-10']],
  HEAR_OPINIONS: HEARD,
  SCHEDULE_HEARING: HEARING.slice(0, -1),
  NOTIFY_HEARING: HEARING,
  HOLD_HEARING: [
    ...HEARING,
    ['HOLD_HEARING', '2025-04-10', { host: '李四', officers: ['王五', '赵六'], clerk: '钱七' }],
  ],
  ASK_COMMITTEE: ASKED,
  COMMITTEE_OPINION: [...ASKED, ['COMMITTEE_OPINION', '2025-03-31', { opinion: '同意' }]],
  INVESTIGATE: [...REVIEW, ['INVESTIGATE', '2025-03-24', { officers: ['李四', '王五'] }]],
  JOIN_THIRD_PARTY: [...REVIEW, ['JOIN_THIRD_PARTY', '2025-03-24', { name: '孙八' }]],
  GRANT_FILE_ACCESS: [...REVIEW, ['GRANT_FILE_ACCESS', '2025-03-24']],
  REFUSE_FILE_ACCESS: [...REVIEW, ['REFUSE_FILE_ACCESS', '2025-03-24', { ground: 'STATE_SECRET' }]],
  BEGIN_MEDIATION: MEDIATING,
  HOLD_MEDIATION: [...MEDIATING, ['HOLD_MEDIATION', '2025-03-26']],
  END_MEDIATION: [...MEDIATING, ['END_MEDIATION', '2025-03-28', { ground: 'NO_AGREEMENT' }]],
  SETTLE: [...REVIEW, ['SETTLE', '2025-03-24', { agreement: '减轻处罚' }]],
  ASK_WITHDRAWAL: [...REVIEW, ['ASK_WITHDRAWAL', '2025-03-24']],
  STOP_EXECUTION: [...REVIEW, ['STOP_EXECUTION', '2025-03-24', { ground: 'RESPONDENT_REQUESTS' }]],
  EXCLUDE_TIME: [...REVIEW, ['EXCLUDE_TIME', '2025-03-24', { ground: 'APPRAISAL', until: '2025-04-03' }]],
  EXTEND_DECISION: [...REVIEW, ['EXTEND_DECISION', '2025-03-24', { days: 30, approvedBy: 'OFFICE_HEAD' }]],
  BEGIN_NORMATIVE_REVIEW: OWN_POWER.slice(0, -1),
  TRANSFER_NORMATIVE: [
    ...REVIEW,
    ['BEGIN_NORMATIVE_REVIEW', '2025-03-24', { ownPower: false }],
    ['TRANSFER_NORMATIVE', '2025-03-26'],
  ],
  NOTIFY_MAKER: NOTIFIED,
  MAKER_REPLY: [...NOTIFIED, ['MAKER_REPLY', '2025-04-02']],
  END_NORMATIVE_REVIEW: [...NOTIFIED, ['END_NORMATIVE_REVIEW', '2025-04-08']],
  RESUME: [...SUSPENDED, ['RESUME', '2025-03-31']],
  SUSPEND: SUSPENDED,
  SUBMIT: PENDING,
  SEND_BACK: [...PENDING, ['SEND_BACK', '2025-04-11', { reason: '补充听取第三人意见' }]],
  DECIDE: DECIDED,
  MEDIATE: [...REVIEW, ['MEDIATE', '2025-03-24', { signedByAll: true, sealed: true, agreement: '减轻处罚' }]],
  DISMISS: [...REVIEW, ['DISMISS', '2025-03-24', { ground: 'NO_INTEREST', reasons: '没有利害关系' }]],
  TERMINATE: [...REVIEW, ['TERMINATE', '2025-03-24', { ground: 'DIED_NO_RELATIVE_OR_WAIVED' }]],
  SERVE: EFFECTIVE,
  OPINION_LETTER: [...REVIEW, ['OPINION_LETTER', '2025-03-24', LETTER]],
  REPORT_BACK: [...REVIEW, ['OPINION_LETTER', '2025-03-24', LETTER], ['REPORT_BACK', '2025-03-28']],
  RECOMMENDATION_LETTER: [...REVIEW, ['RECOMMENDATION_LETTER', '2025-03-24', LETTER]],
  PUBLISH: [...EFFECTIVE, ['PUBLISH', '2025-04-18']],
  COPY_TO_SUPERIOR: [...EFFECTIVE, ['COPY_TO_SUPERIOR', '2025-04-18', { addressee: '江南省公安厅' }]],
  REMAKE: [...TO_REMAKE, ['REMAKE', '2025-04-30']],
  ORDER_PERFORMANCE: [...TO_PERFORM, ['ORDER_PERFORMANCE', '2025-05-08', { until: '2025-05-20' }]],
  INTERVIEW: [...TO_PERFORM, ['INTERVIEW', '2025-05-08']],
  CRITICISE: [...TO_PERFORM, ['CRITICISE', '2025-05-08']],
  SUED: [...EFFECTIVE, ['SUED', '2025-04-25']],
  APPLY_ENFORCEMENT: [
    ...PENDING,
    ['DECIDE', '2025-04-15', { outcome: 'CHANGE', ...DECISION }],
    ['SERVE', '2025-04-17'],
    [
      'APPLY_ENFORCEMENT',
      '2025-05-22',
      { against: 'APPLICANT', court: '江州市江东区人民法院', exhortationServedOn: '2025-05-07' },
    ],
  ],
  PERFORMED: [...TO_PERFORM, ['PERFORMED', '2025-04-25']],
  CLOSE: [...EFFECTIVE, ['CLOSE', '2025-06-03']],
};
