/** Every job there is: its name and what it is told. One handler each, proved at start. */
export interface JobPayloads {
  importLedger: { importId: number };
  exportReturn: { exportId: number };
  /** 每日: what the passing of a day does to the cases. */
  beginDay: { day: string };
  /** Of one case, or of all cases whose minute of the hour it is. */
  remindOfClocks: { caseId: string } | { minute: number };
}

export type JobName = keyof JobPayloads;
export const JOB_NAMES = [
  'importLedger',
  'exportReturn',
  'beginDay',
  'remindOfClocks',
] as const satisfies readonly JobName[];

/** Attempts of a job before it is given up. */
export const ATTEMPTS = 5;

export const QUEUE = 'anjuan';

/** Does one kind of job. Must be safe to run twice: a killed process leaves its jobs to be run again. */
export interface JobHandler<N extends JobName = JobName> {
  readonly job: N;
  handle(payload: JobPayloads[N]): Promise<void>;
  /** Told once, after the last attempt has failed. */
  giveUp(payload: JobPayloads[N]): Promise<void>;
}

export const JOB_HANDLERS = Symbol('job handlers');
