import { Migration } from '@mikro-orm/migrations';

/**
 * An organ's list is read newest first whatever the register, which an index with the register in front cannot give.
 * Behind the day and the id the register is still compared inside the index.
 */
export class Migration20261122060000_organ_list extends Migration {
  override name = 'Migration20261122060000_organ_list';

  override up(): void {
    this.addSql(`drop index proceeding_received;`);
    this.addSql(
      `create index proceeding_of_organ on proceeding (organ_id, received_on, id, register) where not voided;`,
    );
  }

  override down(): void {
    this.addSql(`drop index proceeding_of_organ;`);
    this.addSql(
      `create index proceeding_received on proceeding (organ_id, register, received_on, id) where not voided;`,
    );
  }
}
