import { Migration } from '@mikro-orm/migrations';

/** What a question names comes first, so that a year of an organ lies together in the key. */
const KEYS = {
  figure_month: 'organ_id, register, event, month, instance, outcome',
  figure_below: 'organ_id, register, event, month, instance, outcome, stripe',
};

/** The number stands in the key: a question reads one stretch of it, and not a page of the table for each number. */
export class Migration20261122105000_figure_keys extends Migration {
  override name = 'Migration20261122105000_figure_keys';

  override up(): void {
    for (const [table, columns] of Object.entries(KEYS))
      this.addSql(
        `alter table ${table} drop constraint ${table}_pkey, add primary key (${columns}) include (n);`,
      );
  }
}
