import { Migration } from '@mikro-orm/migrations';

/** Earlier applications of the same people are looked up by their numbers and, where these say nothing, by their names. */
export class Migration20261122130000_application extends Migration {
  override name = 'Migration20261122130000_application';

  override up(): void {
    this.addSql(
      `create index party_applicant_name on party (name) where role in ('APPLICANT', 'REPRESENTATIVE');`,
    );
  }

  override down(): void {
    this.addSql(`drop index party_applicant_name;`);
  }
}
