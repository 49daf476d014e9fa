import { all, any, not, type Condition } from '../conditions/condition.ts';
import * as at from '../measures/states.ts';
import { column, columnsOf, type Draft } from './columns.ts';
import type { ReturnSettings } from './settings.ts';

const closedBy = (how: Condition): Condition => all(at.closedAfterAcceptance, how);
const outcome = (...codes: string[]): Condition => ({ codeOf: ['outcome', codes] });
const CLOSED = ['已审结'];
const TERMINATED = ['已审结', '终止'];

/** Columns 1–4. The base of 申请人总数 is a setting. */
export function flowColumns(settings: ReturnSettings): Draft[] {
  return [
    column([], '上期结转', at.acceptedAndOpenAtStart),
    column([], '本期新收', at.received),
    column([], '受理', at.accepted),
    column([], '申请人总数(人)', settings.applicants === 'RECEIVED' ? at.received : at.accepted, {
      aggregate: { sum: 'applicants' },
    }),
  ];
}

/** 被申请人. An application against two or more kinds of respondent stands under 其他, once. */
export const respondentColumns: Draft[] = columnsOf('被申请人', 'respondentLevel', at.accepted, [
  ['乡镇政府', 'TOWNSHIP_GOVERNMENT'],
  ['县级政府的部门', 'COUNTY_DEPARTMENT'],
  ['县级政府', 'COUNTY_GOVERNMENT'],
  ['市(地)级政府的部门', 'CITY_DEPARTMENT'],
  ['市(地)级政府', 'CITY_GOVERNMENT'],
  ['省级政府的部门', 'PROVINCE_DEPARTMENT'],
  ['省级政府', 'PROVINCE_GOVERNMENT'],
  ['国务院部门', 'STATE_COUNCIL_DEPARTMENT'],
  ['其他', 'OTHER_LEVEL'],
]);

const AUTHORITIES = [
  ['县级政府的部门', 'COUNTY_DEPARTMENT'],
  ['县级政府', 'COUNTY_GOVERNMENT'],
  ['市(地)级政府的部门', 'CITY_DEPARTMENT'],
  ['市(地)级政府', 'CITY_GOVERNMENT'],
  ['省级政府的部门', 'PROVINCE_DEPARTMENT'],
  ['省级政府', 'PROVINCE_GOVERNMENT'],
  ['国务院部门', 'STATE_COUNCIL_DEPARTMENT'],
] as const;

/** 复议机关: seven columns in 2010; the later edition added 国务院 (终局裁决). */
export const authorityColumns2010: Draft[] = columnsOf(
  '复议机关',
  'authorityLevel',
  at.accepted,
  AUTHORITIES,
);
export const authorityColumns2015: Draft[] = columnsOf('复议机关', 'authorityLevel', at.accepted, [
  ...AUTHORITIES,
  ['国务院', 'STATE_COUNCIL'],
]);

/** 申请复议事项. An application about two or more matters stands under 其他, once. */
export const matterColumns: Draft[] = columnsOf('申请复议事项', 'matter', at.accepted, [
  ['行政处罚', 'PENALTY'],
  ['行政强制', 'COMPULSION'],
  ['行政征收', 'LEVY'],
  ['行政许可', 'LICENSING'],
  ['行政确权', 'TITLE'],
  ['行政确认', 'CONFIRMATION'],
  ['信息公开', 'INFORMATION'],
  ['举报投诉处理', 'COMPLAINT_HANDLING'],
  ['行政不作为', 'INACTION'],
  ['其他', 'OTHER_MATTER'],
]);

/** 已审结 from 总计 to 责令履行: by closing date, cases older than the period included. */
export function decisionColumns({ confirmedInvalid }: ReturnSettings): Draft[] {
  const illegal = confirmedInvalid === 'OTHER' ? [] : ['CONFIRMED_INVALID'];
  return [
    column(CLOSED, '总计', at.closedAfterAcceptance),
    column(CLOSED, '驳回', closedBy({ outcomeClass: ['DISMISSED'] })),
    column(CLOSED, '维持', closedBy({ outcomeClass: ['UPHELD'] })),
    column(CLOSED, '确认违法', closedBy(outcome('CONFIRMED_ILLEGAL', ...illegal)), { tag: 'A' }),
    column(CLOSED, '撤销', closedBy(outcome('REVOKED'))),
    column(CLOSED, '变更', closedBy(outcome('CHANGED'))),
    column(CLOSED, '责令履行', closedBy(outcome('ORDERED_TO_PERFORM'))),
  ];
}

const terminatedOtherwise = outcome('TERMINATED_OTHER');

/** 终止 as the edition after 2015 prints it: mediated and settled together, every other termination beside. */
export const terminationColumns2015: Draft[] = [
  column(TERMINATED, '调解(和解)', closedBy({ outcomeClass: ['MEDIATED', 'SETTLED'] })),
  column(TERMINATED, '其他', closedBy(any({ outcomeClass: ['WITHDRAWN'] }, terminatedOtherwise))),
];

/** 调解 stood outside 终止 in 2010. */
export const terminationColumns2010: Draft[] = [
  column(CLOSED, '调解', closedBy({ outcomeClass: ['MEDIATED'] })),
  column(TERMINATED, '撤回申请', closedBy({ outcomeClass: ['WITHDRAWN'] })),
  column(TERMINATED, '和解协议', closedBy({ outcomeClass: ['SETTLED'] })),
  column(TERMINATED, '其他', closedBy(terminatedOtherwise)),
];

export function otherAndOpenColumns({ confirmedInvalid }: ReturnSettings): Draft[] {
  const other = all({ outcomeClass: ['OTHER'] }, not(terminatedOtherwise));
  const how = confirmedInvalid === 'OTHER' ? any(other, outcome('CONFIRMED_INVALID')) : other;
  return [
    column(CLOSED, '其他', closedBy(how)),
    // every open case, however old: one received before the period is open all the same
    column([], '未审结', at.acceptedAndOpenAtEnd),
  ];
}

export function reviewColumn(settings: ReturnSettings): Draft {
  const base = settings.normativeReview === 'CLOSED' ? at.closedAfterAcceptance : at.accepted;
  return column([], '对规范性文件附带审查', all(base, { flag: 'normativeReview' }), { tag: 'A' });
}

export function compensationColumns(settings: ReturnSettings): Draft[] {
  const base = settings.compensation === 'IN_HAND' ? at.acceptedInHand : at.closedAfterAcceptance;
  const paid = all(base, { positive: 'compensation' });
  return [
    column(['行政赔偿'], '件数', paid, { tag: 'A' }),
    column(['行政赔偿'], '赔偿数额(元)', paid, { aggregate: { sum: 'compensation' }, tag: 'A' }),
  ];
}

/** Letters of the cases closed in the period: a letter has no date of its own here (A). */
export const opinionColumns: Draft[] = [
  column(['行政复议意见书'], '制发数', at.closedAfterAcceptance, {
    aggregate: { sum: 'opinionsIssued' },
    tag: 'A',
  }),
  column(['行政复议意见书'], '落实数', at.closedAfterAcceptance, {
    aggregate: { sum: 'opinionsPerformed' },
    tag: 'A',
  }),
];
