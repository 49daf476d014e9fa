import type { RcOutcome } from '#law/reconsideration';

/** Somebody who took part in a hearing. */
export interface Attendance {
  readonly name: string;
  /** 申请人, 被申请人负责人, 证人 … */
  readonly as: string;
  readonly present: boolean;
  /** why somebody stayed away */
  readonly reason?: string | null;
}

export interface Statement {
  readonly who: string;
  readonly said: string;
}

/** A normative document under review. */
export interface NormativeDocument {
  readonly title: string;
  readonly number?: string | null;
  /** the articles in question: 第三条、第五条 */
  readonly articles: string;
  readonly maker: string;
}

/**
 * What a step leaves on record beside the facts the rules ask for. Which of it a letter needs is seen from the letter:
 * what it needs and does not find is named as missing.
 */
export interface StepRecord {
  /** 当面, 互联网, 电话, 邮寄 … */
  readonly method?: string | null;
  readonly place?: string | null;
  /** hour of the day as written: 9时30分 */
  readonly time?: string | null;
  readonly host?: string | null;
  readonly officers?: readonly string[];
  readonly clerk?: string | null;
  readonly attendance?: readonly Attendance[];
  readonly statements?: readonly Statement[];
  /** what was handed in, with the number of copies */
  readonly materials?: readonly string[];
  /** what is asked for, listed: corrections, hearing matters, questions, orders, problems … */
  readonly items?: readonly string[];
  /** what is advised or required about them */
  readonly advice?: readonly string[];
  readonly reasons?: string | null;
  /** the organ a document is transferred to, the committee that is asked, the organ an opinion is addressed to */
  readonly addressee?: string | null;
  readonly document?: NormativeDocument | null;
  /** asked for by the applicant (56), not found by the organ (57) */
  readonly requested?: boolean;
  /** only procedure made it illegal: decides who is sued */
  readonly procedureOnly?: boolean;
  /** for compensation: the main result it rides on */
  readonly mainOutcome?: RcOutcome;
  readonly respondentSays?: string | null;
  readonly thirdPartySays?: string | null;
  readonly findings?: string | null;
  readonly evidence?: readonly string[];
  /** what was performed of the paper, and what not */
  readonly performed?: string | null;
  /** what the party says to the exhortation (当事人的意见) */
  readonly opinion?: string | null;
  /** 文号 of the exhortation (催告书) */
  readonly exhortation?: string | null;
  /** what there is to be enforced against: accounts, goods, a building */
  readonly target?: string | null;
  /** articles of other laws the decision rests on, written out; the register holds those of procedure only */
  readonly cited?: readonly string[];
}
