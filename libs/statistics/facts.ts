import type { Instance, PostClass, Register } from '#codes';

/** A day as `YYYY-MM-DD`; such strings compare in calendar order. */
export type IsoDay = string;

/**
 * What statistics need to know of one proceeding (程序): one agency's part in one instance. The table
 * `proceeding` has the same columns in snake_case. `null` always means "not known" or "has not happened".
 */
export interface ProceedingFacts {
  readonly id: string;
  readonly register: Register;
  /** 审级; litigation only. */
  readonly instance: Instance | null;
  /** The organ whose register this is. */
  readonly organ: string;
  /** 被申请人 or 被告 whose act is in dispute. */
  readonly respondent: string | null;
  /** 收到日期 */
  readonly receivedOn: IsoDay | null;
  /** 受理日期 */
  readonly acceptedOn: IsoDay | null;
  /** 结案日期 */
  readonly closedOn: IsoDay | null;
  /** 结案方式: a code of the outcome list of the register. */
  readonly outcome: string | null;
  /** 行政管理类别 */
  readonly field: string | null;
  /** 申请复议事项 */
  readonly matter: string | null;
  readonly respondentLevel: string | null;
  /** 复议机关级别 */
  readonly authorityLevel: string | null;
  /** 承办人 */
  readonly handler: string | null;
  /** 申请人/原告人数, persons. Applicants are not applications: one application may have many. */
  readonly applicants: number | null;
  /** 经复议后起诉 */
  readonly afterReconsideration: boolean;
  /** 首次开庭: the first hearing held in this instance. */
  readonly heardOn: IsoDay | null;
  /** 开庭次数 */
  readonly hearingsHeld: number;
  /** Hearings at which a head of the organ appeared. */
  readonly hearingsAttended: number;
  /** 负责人出庭 in this instance (出庭规定(2020) art. 7); null: nothing recorded. */
  readonly appeared: boolean | null;
  readonly appearedPost: PostClass | null;
  /** 有正当理由不能出庭, accepted by the court (arts 8–9). */
  readonly excused: boolean;
  /** Another defendant's head appears by agreement or by the court's decision (art. 3). */
  readonly covered: boolean;
  /** Sued as 复议机关 beside the organ that acted (行政诉讼法(2017) art. 26 ¶2). */
  readonly asReconsiderationOrgan: boolean;
  /** End of the decision period (审理期限); extensions and stops already in it. */
  readonly dueOn: IsoDay | null;
  /** 延期 under 行政复议法(2023) art. 62. */
  readonly extended: boolean;
  /** 听证 held in the reconsideration. */
  readonly hearingHeld: boolean;
  /** Yuan as a decimal. Reconsideration and litigation: 行政赔偿; mediation: amount agreed (调解成功金额). */
  readonly compensation: string | null;
  /** 对规范性文件附带审查 */
  readonly normativeReview: boolean;
  /** 行政复议意见书制发数 */
  readonly opinionsIssued: number;
  /** 行政复议意见书落实数 */
  readonly opinionsPerformed: number;
}

export type DateColumn = 'receivedOn' | 'acceptedOn' | 'closedOn' | 'heardOn' | 'dueOn';
export type FlagColumn =
  | 'afterReconsideration'
  | 'appeared'
  | 'excused'
  | 'covered'
  | 'asReconsiderationOrgan'
  | 'extended'
  | 'hearingHeld'
  | 'normativeReview';
export type CountColumn =
  'applicants' | 'hearingsHeld' | 'hearingsAttended' | 'opinionsIssued' | 'opinionsPerformed';
export type NumberColumn = CountColumn | 'compensation';
/** Columns whose values are codes of a list or words of the product. */
export type CodeColumn =
  | 'register'
  | 'instance'
  | 'outcome'
  | 'field'
  | 'matter'
  | 'respondentLevel'
  | 'authorityLevel'
  | 'appearedPost';
export type IdColumn = 'id' | 'organ' | 'respondent' | 'handler';
export type Column = keyof ProceedingFacts;
