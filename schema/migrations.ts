import type { MigrationObject } from '@mikro-orm/core';
import { Migration20261122000000_initial } from './migrations/Migration20261122000000_initial.ts';
import { Migration20261122000001_figures } from './migrations/Migration20261122000001_figures.ts';
import { Migration20261122060000_organ_list } from './migrations/Migration20261122060000_organ_list.ts';
import { Migration20261122070000_figure_totals } from './migrations/Migration20261122070000_figure_totals.ts';
import { Migration20261122080000_accounts } from './migrations/Migration20261122080000_accounts.ts';
import { Migration20261122080246_rate_limit } from './migrations/Migration20261122080246_rate_limit.ts';
import { Migration20261122081000_account_claim } from './migrations/Migration20261122081000_account_claim.ts';
import { Migration20261122083000_figures_below } from './migrations/Migration20261122083000_figures_below.ts';
import { Migration20261122084000_scope } from './migrations/Migration20261122084000_scope.ts';
import { Migration20261122100000_journal } from './migrations/Migration20261122100000_journal.ts';
import { Migration20261122101000_protection } from './migrations/Migration20261122101000_protection.ts';
import { Migration20261122105000_figure_keys } from './migrations/Migration20261122105000_figure_keys.ts';
import { Migration20261122110000_casework } from './migrations/Migration20261122110000_casework.ts';
import { Migration20261122120000_reminders } from './migrations/Migration20261122120000_reminders.ts';
import { Migration20261122121000_assignment } from './migrations/Migration20261122121000_assignment.ts';
import { Migration20261122122000_letters } from './migrations/Migration20261122122000_letters.ts';
import { Migration20261122123000_application_facts } from './migrations/Migration20261122123000_application_facts.ts';
import { Migration20261122124000_scope_bits } from './migrations/Migration20261122124000_scope_bits.ts';
import { Migration20261122130000_application } from './migrations/Migration20261122130000_application.ts';

/** Every migration in order; only migrations stand in the folder. */
export const MIGRATIONS: MigrationObject[] = [
  Migration20261122000000_initial,
  Migration20261122000001_figures,
  Migration20261122060000_organ_list,
  Migration20261122070000_figure_totals,
  Migration20261122080000_accounts,
  Migration20261122080246_rate_limit,
  Migration20261122081000_account_claim,
  Migration20261122083000_figures_below,
  Migration20261122084000_scope,
  Migration20261122100000_journal,
  Migration20261122101000_protection,
  Migration20261122105000_figure_keys,
  Migration20261122110000_casework,
  Migration20261122120000_reminders,
  Migration20261122121000_assignment,
  Migration20261122122000_letters,
  Migration20261122123000_application_facts,
  Migration20261122124000_scope_bits,
  Migration20261122130000_application,
].map(migration => ({ name: migration.name, class: migration }));
