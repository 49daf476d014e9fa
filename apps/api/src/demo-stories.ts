import type { StepKind } from './graphql/reconsideration/step-names.ts';

/** A step of a demo case: how many days ago, and what is entered with it. */
export type DemoStep = readonly [kind: StepKind, daysAgo: number, input?: Readonly<Record<string, unknown>>];

export interface DemoStory {
  readonly applicant: string;
  readonly act: string;
  readonly claims: string;
  readonly receivedDaysAgo: number;
  readonly channel: 'PAPER' | 'ORAL' | 'MAIL' | 'ONLINE' | 'PENALTY_ORGAN' | 'TRANSFERRED';
  readonly steps: readonly DemoStep[];
  /** Which organ hears it, and against whom, by their codes. */
  readonly organ: string;
  readonly respondent: string;
}

/** A day in an input, as days from today; negative: ago. */
export interface RelativeDay {
  readonly inDays: number;
}
const at = (inDays: number): RelativeDay => ({ inDays });

type Told = [applicant: string, act: string, claims: string, receivedDaysAgo: number];
const told = (
  [applicant, act, claims, receivedDaysAgo]: Told,
  steps: readonly DemoStep[],
  channel: DemoStory['channel'] = 'PAPER',
  [organ, respondent] = ['jiangzhou', 'jiangzhou-police'],
): DemoStory => ({ applicant, act, claims, receivedDaysAgo, channel, steps, organ, respondent });

const FINE = '罚款五百元的行政处罚决定';
const REVOKE = '撤销该行政处罚决定';

const ordinary = (received: number): DemoStep[] => [
  ['ACCEPT', received - 2, { procedure: 'ORDINARY' }],
  ['SEND_COPY', received - 4],
  ['COPY_SERVED', received - 5],
];
const inReview = (received: number): DemoStep[] => [
  ...ordinary(received),
  ['REPLY', received - 13, { evidence: ['现场笔录', '询问笔录', '处罚依据'] }],
];
const DECISION = {
  findings: '经审理查明,现场笔录仅有一名执法人员签字',
  reasons: '违反法定程序,依法应予撤销',
};
const decided = (received: number, days: number, outcome: object): DemoStep[] => [
  ...inReview(received),
  ['HEAR_OPINIONS', days + 12, { heard: '申请人', manner: '电话' }],
  ['SUBMIT', days + 5, { proposal: '拟办意见见审理报告' }],
  ['DECIDE', days, { ...DECISION, disposition: '见决定书', ...outcome }],
  ['SERVE', days - 2, { method: '直接送达' }],
];

/** 演示案件: every name is invented. Days are counted from the day of the first start, so that clocks run and have run out. */
export const DEMO_STORIES: readonly DemoStory[] = [
  told(['赵一', FINE, REVOKE, 1], []),
  told(
    ['钱二', '不予工伤认定决定', '责令重新认定', 6],
    [['NOTICE_CORRECTION', 4, { items: ['身份证明', '劳动关系证明'] }]],
    'ONLINE',
  ),
  told(
    ['孙三', '拆除通知', '确认违法', 60],
    [['NOTICE_CORRECTION', 58, { items: ['被申请人不明确'] }]],
    'MAIL',
  ),
  told(
    ['李四', '税务处理决定', '撤销该税务处理决定', 20],
    [
      [
        'REFUSE',
        18,
        {
          ground: 'NO_JURISDICTION',
          competentOrgan: '江州省税务局',
          reasons: '税务机关的行政行为由其上一级税务机关管辖',
        },
      ],
    ],
  ),
  // nobody looked at it: silence has accepted it
  told(['周五', FINE, REVOKE, 24], [], 'MAIL'),
  told(
    ['吴六', '警告的行政处罚决定', '撤销该警告', 8],
    [
      ['ACCEPT', 7, { procedure: 'SIMPLIFIED', simplifiedGround: 'WARNING_OR_CRITICISM' }],
      ['SEND_COPY', 5],
      ['COPY_SERVED', 3],
    ],
    'PENALTY_ORGAN',
  ),
  told(
    ['郑七', '房屋征收补偿决定', '变更补偿数额', 40],
    [
      ...inReview(40),
      ['CLASSIFY', 20, { major: true }],
      ['SCHEDULE_HEARING', 3, { hearingOn: at(25), place: '复议听证室' }],
      ['NOTIFY_HEARING', 2, { matters: '补偿数额是否合理' }],
    ],
  ),
  // no reply: the act counts as having no evidence
  told(
    ['王八', FINE, REVOKE, 50],
    [
      ...ordinary(50),
      ['HEAR_OPINIONS', 15, { heard: '申请人', manner: '当面' }],
      ['SUBMIT', 4, { proposal: '被申请人逾期未答复,建议撤销' }],
    ],
  ),
  told(
    ['冯九', '不予许可决定', '责令许可', 45],
    [
      ...inReview(45),
      ['BEGIN_NORMATIVE_REVIEW', 16, { ownPower: true }],
      ['SUSPEND', 16, { ground: 'NORMATIVE_REVIEW' }],
      ['NOTIFY_MAKER', 14, { servedOn: at(-14) }],
    ],
  ),
  told(
    ['陈十', FINE, REVOKE, 70],
    [
      ...inReview(70),
      ['SUSPEND', 50, { ground: 'APPLICANT_DIED', reasons: '近亲属尚未确定是否参加' }],
      ['RESUME', 30],
      ['EXTEND_DECISION', 12, { days: 30, approvedBy: 'OFFICE_HEAD', reasons: '案情复杂' }],
    ],
  ),
  told(
    ['褚甲', '行政协议解除决定', '继续履行', 60],
    [
      ...inReview(60),
      ['MEDIATE', 25, { agreement: '三十日内继续履行协议', signedByAll: true, sealed: true }],
    ],
  ),
  told(
    ['卫乙', FINE, REVOKE, 90],
    [...inReview(90), ['TERMINATE', 55, { ground: 'CRIMINAL_COERCION', reasons: '行政拘留转为刑事拘留' }]],
  ),
  // not re-made in time: ordered to
  told(
    ['蒋丙', FINE, REVOKE, 120],
    [
      ...decided(120, 70, { outcome: 'REVOKE', remakeOrdered: true, remakeWithinDays: 30 }),
      ['ORDER_PERFORMANCE', 10, { until: at(10) }],
    ],
  ),
  told(
    ['沈丁', '政府信息不予公开决定', '责令公开', 110],
    [
      ...decided(110, 60, { outcome: 'UPHOLD' }),
      ['OPINION_LETTER', 50, { addressee: '江州市公安局', content: '规范答复格式', servedOn: at(-50) }],
      ['CLOSE', 20],
    ],
  ),
  // withdrawn, with leave
  told(
    ['韩戊', FINE, REVOKE, 42],
    [
      ...inReview(42),
      ['ASK_WITHDRAWAL', 20, { reasons: '申请人不再争议' }],
      ['TERMINATE', 17, { ground: 'WITHDRAWN_WITH_LEAVE', reasons: '撤回出于自愿,准予撤回' }],
    ],
  ),
  // settled, and withdrawn because of it
  told(
    ['杨己', '房屋征收补偿决定', '变更补偿数额', 48],
    [
      ...inReview(48),
      ['SETTLE', 22, { agreement: '被申请人增加搬迁补助,申请人撤回申请' }],
      ['ASK_WITHDRAWAL', 21, { reasons: '已与被申请人达成和解' }],
      ['TERMINATE', 18, { ground: 'WITHDRAWN_WITH_LEAVE', reasons: '和解内容合法,准予撤回' }],
    ],
  ),
  // the city hands on what the county has to hear, which goes on with it
  told(['朱庚', FINE, REVOKE, 24], [['TRANSFER', 22, { competentOrgan: '江东县人民政府' }]], 'MAIL', [
    'jiangzhou',
    'jiangdong-police',
  ]),
  told(['朱庚', FINE, REVOKE, 20], inReview(20), 'TRANSFERRED', ['jiangdong', 'jiangdong-police']),
];
