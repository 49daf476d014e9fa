import { Migration } from '@mikro-orm/migrations';

export class Migration20261122081000_account_claim extends Migration {
  override name = 'Migration20261122081000_account_claim';

  override up(): void | Promise<void> {
    this.addSql(`alter table "account" add "expected_claim" text null, add "expected_value" text null;`);
    this.addSql(
      `create unique index account_expected_unique on account (expected_claim, expected_value) where expected_value is not null;`,
    );
    this.addSql(
      `alter table "account" add constraint "account_claim_with_value" check ((expected_claim is null) = (expected_value is null));`,
    );
    this.addSql(
      `alter table "account" add constraint "account_expected_claim_check" check ("expected_claim" in ('SUBJECT', 'EMAIL', 'LOGIN'));`,
    );
  }
}
