import type { PostClass } from '#codes';
import type { IsoDay } from '../facts.ts';

/** One person of the organ at one hearing (到庭记录). */
export interface AttendanceRecord {
  /** OTHER: not a head of the sued organ, e.g. the head of a subordinate or entrusted body (art. 2 ¶2). */
  readonly post: PostClass;
  /** 身份证明: a paper that was put right in time is ACCEPTED; one that was not makes the person absent (art. 6). */
  readonly identity: 'ACCEPTED' | 'REJECTED';
  /** 未经法庭许可中途退庭 (art. 12(四)) */
  readonly leftWithoutLeave: boolean;
}

/** One hearing (开庭) of one instance, seen from one sued organ. */
export interface HearingRecord {
  /** null: fixed but not held (postponed, cancelled). */
  readonly heldOn: IsoDay | null;
  /** null: nobody has recorded who came. */
  readonly attendances: readonly AttendanceRecord[] | null;
  /** 人民法院通知负责人再次出庭 (art. 7 ¶1): the court asked for the head at this hearing again. */
  readonly headSummonedAgain: boolean;
  /** The court accepted the reason and its proof (arts 8–9). */
  readonly excuseAccepted: boolean;
  /** By agreement or by the court's decision another defendant's head came (art. 3). */
  readonly covered: boolean;
}

/** The part of the facts that follows from the hearings. */
export interface AppearanceSummary {
  readonly heardOn: IsoDay | null;
  readonly hearingsHeld: number;
  readonly hearingsAttended: number;
  readonly appeared: boolean | null;
  readonly appearedPost: PostClass | null;
  readonly excused: boolean;
  readonly covered: boolean;
}
