/** Whether a rule stands in the way, or only warns: the assignment is made and the warning stays in its history. */
export type Weight = 'BLOCK' | 'WARN';

/** What the texts leave to the office when cases are assigned. Each default is the one documented in its comment. */
export interface AssignmentSettings {
  /**
   * 条例(2007) art. 32 lets two or more officers hear a case; the law of 2023 has no such sentence, and no newer text of the
   * regulation was found. BLOCK (default): from acceptance to decision nobody is assigned without a second officer.
   */
  readonly twoOfficers: Weight;
  /**
   * No certificate on record. 行政复议法(2023) art. 6(2) asks for one of those who take the work up for the first time, and
   * says nothing of those who did it before; nor does it say that they may handle no case. WARN (default).
   */
  readonly missingQualification: Weight;
  /** Certificates on record, none valid on the day. BLOCK (default): the office itself has entered when it ends. */
  readonly expiredQualification: Weight;
  /**
   * The officer handled an earlier case of the same dispute that was decided. No text of reconsideration speaks of it. BLOCK
   * (default): nobody looks again at what rests on their own decision.
   */
  readonly earlierCase: Weight;
}

export const DEFAULT_ASSIGNMENT_SETTINGS: AssignmentSettings = {
  twoOfficers: 'BLOCK',
  missingQualification: 'WARN',
  expiredQualification: 'BLOCK',
  earlierCase: 'BLOCK',
};
