import { at, decided, ended, FINE, inReview, ordinary, REVOKE, told, type DemoStory } from './demo-story.ts';

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
  // the head did not come, and said why
  told(
    ['秦辛', '责令停产停业的行政处罚决定', '撤销该行政处罚决定', 55],
    [
      ...inReview(55),
      ['CLASSIFY', 40, { major: true }],
      ['SCHEDULE_HEARING', 38, { hearingOn: at(-18), place: '复议听证室' }],
      ['NOTIFY_HEARING', 37, { matters: '停产停业的事实和幅度' }],
      [
        'HOLD_HEARING',
        18,
        {
          host: '听证主持人一',
          officers: ['听证员一', '听证员二'],
          clerk: '记录员一',
          attended: ['申请人秦辛', '江州市公安局法制支队民警'],
          headAbsentBecause: '参加防汛会议,已书面说明并委托工作人员参加',
        },
      ],
      ['ASK_COMMITTEE', 16, { question: '停产停业的幅度是否适当' }],
      ['COMMITTEE_OPINION', 9, { opinion: '幅度偏重' }],
      ['SUBMIT', 6, { proposal: '建议变更为较轻的处罚' }],
    ],
  ),
  // suspended three times: two overlap, one was entered weeks later
  told(
    ['尤壬', '不予登记决定', '责令登记', 80],
    [
      ...inReview(80),
      ['SUSPEND', 60, { ground: 'APPLICANT_DIED', reasons: '近亲属尚未确定是否参加' }],
      ['SUSPEND', 54, { ground: 'DEPENDENT_CASE', reasons: '须以另案的审理结果为依据' }],
      ['RESUME', 48, { of: { place: 4 } }],
      ['RESUME', 36, { of: { place: 5 } }],
      ['HEAR_OPINIONS', 25, { heard: '近亲属', manner: '电话' }],
      ['SUSPEND', 66, { ground: 'FORCE_MAJEURE', resumedOn: at(-63), reasons: '洪水' }, 20],
    ],
  ),
  // mediation came to nothing
  told(
    ['许癸', '强制拆除行为', '确认违法', 100],
    [
      ...inReview(100),
      ['BEGIN_MEDIATION', 80, { asker: '申请人' }],
      ['HOLD_MEDIATION', 76],
      ['END_MEDIATION', 72, { ground: 'NO_AGREEMENT' }],
      ...ended(54, { outcome: 'CONFIRM_ILLEGAL' }),
    ],
  ),
  // withdrawn before, and asked for again on the same facts
  {
    ...told(
      ['韩戊', FINE, REVOKE, 8],
      [['REFUSE', 6, { ground: 'DUPLICATE_OR_SUED', reasons: '撤回后以同一事实和理由再次申请' }]],
    ),
    withdrawnBefore: true,
  },
  // changed, not performed, before the court
  told(
    ['何子', FINE, '减轻处罚', 150],
    [
      ...decided(150, 100, { outcome: 'CHANGE', disposition: '罚款五百元变更为罚款二百元' }),
      [
        'APPLY_ENFORCEMENT',
        35,
        {
          against: 'APPLICANT',
          court: '江东区人民法院',
          amountYuan: 200,
          exhortationServedOn: at(-70),
          items: ['罚款二百元'],
          performed: '未履行',
          exhortation: '江州政复催字第1号',
          opinion: '经济困难,请求缓缴',
          materials: ['催告书及其送达回证'],
        },
      ],
    ],
  ),
  // no interest in the act, found only after acceptance
  told(
    ['吕丑', '对邻居的行政许可决定', '撤销该许可', 60],
    [
      ...inReview(60),
      ['DISMISS', 30, { ground: 'NO_INTEREST', reasons: '与该许可没有利害关系' }],
      ['SERVE', 28, { method: '邮寄送达' }],
    ],
  ),
  told(
    ['施寅', '罚款二千元的行政处罚决定', REVOKE, 30],
    [
      ['ACCEPT', 28, { procedure: 'SIMPLIFIED', simplifiedGround: 'AMOUNT_LE_3000' }],
      ['SEND_COPY', 27],
      ['COPY_SERVED', 26],
      ['REPLY', 22, { evidence: ['现场笔录'] }],
      ['CONVERT', 12, { reasons: '案情复杂,不宜适用简易程序' }],
    ],
  ),
  // nobody took the dead applicant's place in sixty days
  told(
    ['张卯', '养老待遇核定决定', '重新核定', 120],
    [
      ...inReview(120),
      ['SUSPEND', 95, { ground: 'APPLICANT_DIED', reasons: '近亲属尚未确定是否参加' }],
      ['TERMINATE', 20, { ground: 'SUSPENDED_60_DAYS', reasons: '满六十日,中止的原因仍未消除' }],
    ],
  ),
  // execution stopped, the committee asked, upheld, sued over
  told(
    ['孔辰', '责令限期拆除决定', '撤销该决定', 140],
    [
      ...inReview(140),
      ['STOP_EXECUTION', 120, { ground: 'ORGAN_FINDS_NECESSARY', reasons: '拆除后难以恢复' }],
      ['ASK_COMMITTEE', 118, { question: '规划许可的效力' }],
      ['COMMITTEE_OPINION', 108, { opinion: '许可已经失效' }],
      ...ended(90, { outcome: 'UPHOLD' }),
      ['SUED', 80],
    ],
  ),
];
