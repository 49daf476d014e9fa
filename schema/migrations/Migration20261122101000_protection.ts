import { Migration } from '@mikro-orm/migrations';

export class Migration20261122101000_protection extends Migration {
  override name = 'Migration20261122101000_protection';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "field_key" ("id" text not null, "first_used_at" timestamptz not null default now(), "retired_at" timestamptz null, primary key ("id"));`,
    );

    this.addSql(
      `alter table "party" add "identity_type" text null, add "identity_sealed" text null, add "identity_hash" text null, add "identity_masked" text null, add "phone_sealed" text null, add "phone_hash" text null, add "phone_masked" text null;`,
    );
    this.addSql(`create index party_identity_hash on party (identity_hash) where identity_hash is not null;`);
    this.addSql(`create index party_phone_hash on party (phone_hash) where phone_hash is not null;`);
    this.addSql(
      `alter table "party" add constraint "party_identity_whole" check (num_nulls(identity_type, identity_sealed, identity_hash, identity_masked) = ANY (ARRAY[0, 4]));`,
    );
    this.addSql(
      `alter table "party" add constraint "party_phone_whole" check (num_nulls(phone_sealed, phone_hash, phone_masked) = ANY (ARRAY[0, 3]));`,
    );
    this.addSql(
      `alter table "party" add constraint "party_identity_type_check" check ("identity_type" in ('RESIDENT_ID', 'CREDIT_CODE', 'PASSPORT', 'OTHER'));`,
    );

    this.addSql(`alter table "attendance" add "covered" boolean not null default false;`);
  }
}
