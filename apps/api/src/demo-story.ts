import type { StepKind } from './graphql/reconsideration/step-names.ts';

/** A step of a demo case: how many days ago, what is entered with it, and how many days ago that was, if it was entered late. */
export type DemoStep = readonly [
  kind: StepKind,
  daysAgo: number,
  input?: Readonly<Record<string, unknown>>,
  enteredDaysAgo?: number,
];

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
  /** 曾撤回后以同一事实和理由再次申请. */
  readonly withdrawnBefore?: boolean;
}

/** A day in an input, as days from today; negative: ago. */
export interface RelativeDay {
  readonly inDays: number;
}
export const at = (inDays: number): RelativeDay => ({ inDays });

/** An earlier step of the same case, by its place in it. */
export interface EarlierStep {
  readonly place: number;
}

type Told = [applicant: string, act: string, claims: string, receivedDaysAgo: number];
export const told = (
  [applicant, act, claims, receivedDaysAgo]: Told,
  steps: readonly DemoStep[],
  channel: DemoStory['channel'] = 'PAPER',
  [organ, respondent] = ['jiangzhou', 'jiangzhou-police'],
): DemoStory => ({ applicant, act, claims, receivedDaysAgo, channel, steps, organ, respondent });

export const FINE = '罚款五百元的行政处罚决定';
export const REVOKE = '撤销该行政处罚决定';

export const ordinary = (received: number): DemoStep[] => [
  ['ACCEPT', received - 2, { procedure: 'ORDINARY' }],
  ['SEND_COPY', received - 4],
  ['COPY_SERVED', received - 5],
];
export const inReview = (received: number): DemoStep[] => [
  ...ordinary(received),
  ['REPLY', received - 13, { evidence: ['现场笔录', '询问笔录', '处罚依据'] }],
];
const DECISION = {
  findings: '经审理查明,现场笔录仅有一名执法人员签字',
  reasons: '违反法定程序,依法应予撤销',
};
export const ended = (days: number, outcome: object): DemoStep[] => [
  ['HEAR_OPINIONS', days + 12, { heard: '申请人', manner: '电话' }],
  ['SUBMIT', days + 5, { proposal: '拟办意见见审理报告' }],
  ['DECIDE', days, { ...DECISION, disposition: '见决定书', ...outcome }],
  ['SERVE', days - 2, { method: '直接送达' }],
];
export const decided = (received: number, days: number, outcome: object): DemoStep[] => [
  ...inReview(received),
  ...ended(days, outcome),
];
