import { Migration } from '@mikro-orm/migrations';

export class Migration20261122123000_application_facts extends Migration {
  override name = 'Migration20261122123000_application_facts';

  override up(): void | Promise<void> {
    this.addSql(`alter table "party" add "address_sealed" text null, add "address_masked" text null;`);
    this.addSql(
      `alter table "party" add constraint "party_address_whole" check ((address_sealed is null) = (address_masked is null));`,
    );

    this.addSql(`alter table "reconsideration" add "limit_facts" jsonb not null default '{}';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "party" drop constraint "party_address_whole";`);
    this.addSql(`alter table "party" drop column "address_sealed", drop column "address_masked";`);

    this.addSql(`alter table "reconsideration" drop column "limit_facts";`);
  }
}
