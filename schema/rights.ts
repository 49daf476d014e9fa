/** 应用角色: the processes work as this role, which owns nothing and is bound by every policy. It cannot sign in. */
export const APP_ROLE = 'anjuan_app';

export type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const READ = ['SELECT'] as const;
/** Nothing is deleted. */
const KEEP = ['SELECT', 'INSERT', 'UPDATE'] as const;
/** Parts that a corrected ledger row writes anew; the earlier row keeps what they were. */
const REWRITE = [...KEEP, 'DELETE'] as const;

/** Neither changed nor deleted. */
const APPEND = ['SELECT', 'INSERT'] as const;

/** What the application may do with each table and view; a table that is not named here is closed to it. */
export const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
  code_item: KEEP,
  code_mapping: KEEP,
  organ: KEEP,
  official: KEEP,
  account: KEEP,
  account_grant: KEEP,
  session: KEEP,
  api_token: KEEP,
  dispute: KEEP,
  proceeding: KEEP,
  confidential_reader: KEEP,
  party: REWRITE,
  reconsideration: KEEP,
  case_step: APPEND,
  // what is open changes with every step; how it came about stands in the steps
  case_clock: REWRITE,
  reminder: KEEP,
  demo_time: KEEP,
  case_assignment: APPEND,
  officer_qualification: APPEND,
  conflict_declaration: KEEP,
  outcome: REWRITE,
  hearing: REWRITE,
  attendance: REWRITE,
  ledger_mapping: KEEP,
  ledger_import: KEEP,
  ledger_row: KEEP,
  ledger_source: REWRITE,
  return_export: KEEP,
  outbox: KEEP,
  journal: APPEND,
  /** Written by the triggers of the journal alone. */
  journal_head: [],
  /** Kept by the start and by `npm run keys`, which work as the owner. */
  field_key: [],
  // counters of a minute: the store itself clears them away
  rate_limit: REWRITE,
  figure_month: READ,
  figure_below: READ,
  figure_month_recount: READ,
};
