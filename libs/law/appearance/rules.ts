import { cite, w, type Basis, type Words } from '#law/statute';
import { basis, DUTY, reading, rules } from './texts.ts';

export interface AppearanceRule {
  readonly words: Words;
  readonly basis: Basis;
}

const rule = (zh: string, en: string, ...[first, ...more]: Basis): AppearanceRule => ({
  words: w(zh, en),
  basis: basis(first, ...more),
});

/** The rules of the appearance duty by their codes (law.md 4.1). The later special rules of 2020 go first. */
export const AR = {
  'AR-01': rule(
    '被诉行政机关负责人应当出庭;不能出庭的,委托相应的工作人员',
    'the head appears; if unable, sends the staff concerned',
    DUTY,
  ),
  // each instance anew: see AR-15
  'AR-02': rule('一审、二审、再审均应出庭', 'in first and second instance and retrial', rules(1, 1)),
  'AR-03': rule(
    '适用于授权组织及以第三人身份参加的应追加被告',
    'also authorised bodies and organs joined as third party',
    rules(1, 2),
    rules(1, 3),
  ),
  'AR-04': rule(
    '正职、副职、参与分管的副职级别及其他参与分管的负责人',
    'chief, deputies and other heads in charge',
    rules(2, 1),
    reading(128, 1),
  ),
  // new in 2020: the reading of 2018 does not say it
  'AR-05': rule(
    '受委托组织或者下级行政机关的负责人不能作为负责人出庭',
    'not heads of entrusted or lower bodies',
    rules(2, 2),
  ),
  // the other agency still sends its staff (A): agreeing on a head excuses the head alone
  'AR-06': rule(
    '共同被告可以协商或者由法院确定出庭负责人',
    'co-defendants agree, or the court decides, whose head appears',
    rules(3),
  ),
  // the court has no choice here, nor has the head (行诉解释 129(1))
  'AR-07': rule(
    '重大公共利益、社会高度关注、群体性案件应当通知',
    'must be notified: major public interest',
    rules(4, 1),
    reading(129, 1),
  ),
  'AR-08': rule('有需要的可以通知', 'may be notified', rules(4, 2)),
  'AR-09': rule(
    '重大案件或者法院书面建议的,负责人应当出庭',
    'in such cases, or on a written suggestion, the head shall appear',
    reading(129, 1),
  ),
  // a late notice is the court's fault: recorded, never scored (A)
  'AR-10': rule('开庭三日前送达出庭通知书', 'notice three days before the hearing', rules(5, 2)),
  'AR-11': rule('权利义务告知书一并告知出庭义务', 'told with the notice of rights and duties', rules(5, 1)),
  'AR-12': rule('庭审前可以更换出庭负责人', 'the head named may be replaced before the hearing', rules(5, 3)),
  // a head who came without the sealed paper has not come
  'AR-13': rule(
    '开庭前提交盖章的身份证明;不能补正的视为未出庭',
    'sealed identity document; if it cannot be corrected, not appeared',
    rules(6),
    reading(131, 1),
  ),
  // “一般可以认定”: a rule with an exception in the court's hand, the renewed notice
  'AR-14': rule(
    '同一审级多次开庭,出庭一次即可,法院再次通知的除外',
    'one appearance per instance suffices, unless notified again',
    rules(7, 1),
  ),
  'AR-15': rule('一个审理程序出庭不免除其他程序的义务', 'one instance never excuses another', rules(7, 2)),
  // the list excuses the head, never the agency
  'AR-16': rule('不能出庭的正当理由', 'good reasons not to appear', rules(8)),
  // material and seal or signature: one without the other establishes nothing
  'AR-17': rule(
    '证明材料加盖印章或者主要负责人签字',
    'supporting material, and seal or chief’s signature',
    rules(9, 1),
    reading(129, 3),
  ),
  'AR-18': rule('法院审查理由及证明材料', 'the court decides whether the reason holds', rules(9, 2)),
  'AR-19': rule('有正当理由的可以延期开庭', 'the hearing may be postponed', rules(9, 3)),
  // a violation even where the head has a good reason
  'AR-20': rule('不得仅委托律师出庭', 'not a lawyer alone', DUTY, reading(128, 2)),
  // for a government also the staff of its legal office and of the department that did the work (行诉解释 130)
  'AR-21': rule('相应的工作人员的范围', 'who counts as staff concerned', rules(10), reading(130)),
  'AR-22': rule(
    '工作人员须有盖章的授权委托书',
    'staff need a sealed power of attorney',
    rules(10, 3),
    reading(131, 2),
  ),
  'AR-23': rule('负责人出庭可以另行委托一至二名代理人', 'one or two agents besides', reading(128, 2)),
  // coming is not enough for the court, but no text says what follows from silence
  'AR-24': rule(
    '应当陈述、答辩、辩论,负责人就实质解决争议发表意见',
    'must speak; the head on resolving the dispute',
    rules(11, 2),
    rules(11, 3),
  ),
  // shall, where 行诉解释 129 and 132 say may: the later and special rule
  'AR-25': rule(
    '法院应当提出司法建议、记录在案并在裁判文书载明',
    'the court shall suggest, record and state it in the judgment',
    rules(12),
  ),
  'AR-26': rule(
    '仅委托律师或者不理会书面建议的,记录、载明、可以建议处理',
    'lawyer only or suggestion ignored: recorded and stated',
    reading(132),
  ),
  'AR-27': rule('拒绝说明理由不影响审理', 'refusing reasons does not stop the trial', reading(129, 4)),
  'AR-28': rule('当事人异议载入笔录,不影响审理', 'an objection is noted, the trial goes on', rules(13)),
  'AR-29': rule('出庭负责人在裁判文书中列明', 'the head is listed in the judgment', reading(129, 2)),
  'AR-30': rule('法院可以公开、统计、报告、通报', 'the court may publish and report', rules(14)),
  // no hearing to appear at: a written second instance, a dismissal without one (A)
  'AR-31': rule(
    '未开庭的不产生出庭义务',
    'no hearing, no duty',
    cite('LITIGATION_LAW', '2017', 86),
    reading(69, 3),
  ),
  // stands in another law, with other consequences: never mixed with the court's table
  'AR-32': rule(
    '行政复议听证,被申请人负责人应当参加',
    'reconsideration hearing: the respondent’s head takes part',
    cite('RECONSIDERATION_LAW', '2023', 51, 3),
  ),
} as const satisfies Record<string, AppearanceRule>;
export type AppearanceRuleCode = keyof typeof AR;

/** Posts that qualify (AR-04), and those that look alike but do not (AR-05). */
export const POSTS = {
  CHIEF: { words: w('正职负责人', 'chief'), qualified: true },
  DEPUTY: { words: w('副职负责人', 'deputy'), qualified: true },
  DEPUTY_LEVEL_IN_CHARGE: {
    words: w('参与分管的副职级别负责人', 'deputy-level head in charge'),
    qualified: true,
  },
  OTHER_IN_CHARGE: { words: w('其他参与分管的负责人', 'other head in charge'), qualified: true },
  ENTRUSTED_BODY_HEAD: { words: w('受委托组织负责人', 'head of an entrusted body'), qualified: false },
  LOWER_AGENCY_HEAD: { words: w('下级行政机关负责人', 'head of a lower agency'), qualified: false },
  NOT_A_HEAD: { words: w('非负责人', 'not a head'), qualified: false },
} as const;
export type Post = keyof typeof POSTS;

/** Art. 8: reasons that excuse the head, never the agency. */
export const REASONS = {
  FORCE_MAJEURE: { words: w('不可抗力', 'force majeure'), basis: basis(rules(8, undefined, 1)) },
  ACCIDENT: { words: w('意外事件', 'accident'), basis: basis(rules(8, undefined, 2)) },
  IRREPLACEABLE_DUTY: {
    words: w('需要履行他人不能代替的公务', 'official duty nobody else can do'),
    basis: basis(rules(8, undefined, 3)),
  },
  OTHER_JUST_CAUSE: {
    words: w('无法出庭的其他正当事由', 'other just cause'),
    basis: basis(rules(8, undefined, 4)),
  },
} as const;
export type Reason = keyof typeof REASONS;

/** Art. 12(1): what makes the court send a judicial suggestion. */
export const VIOLATIONS = {
  V1: {
    words: w('未出庭且未说明理由或者理由不成立', 'absent, no reason or none that holds'),
    basis: basis(rules(12, 1, 1)),
  },
  V2: {
    words: w('延期后再次开庭仍未出庭且无正当理由', 'absent again after a postponement'),
    basis: basis(rules(12, 1, 2)),
  },
  V3: { words: w('负责人和相应的工作人员均不出庭', 'neither head nor staff'), basis: basis(rules(12, 1, 3)) },
  V4: { words: w('未经法庭许可中途退庭', 'left without leave'), basis: basis(rules(12, 1, 4)) },
  V5: { words: w('拒绝解释或者说明,导致庭审无法进行', 'refused to explain'), basis: basis(rules(12, 1, 5)) },
} as const;
export type Violation = keyof typeof VIOLATIONS;
