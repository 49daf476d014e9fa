import { Migration } from '@mikro-orm/migrations';

/** Unlogged: the counters of a minute are not worth writing ahead, and a crash may forget them. */
export class Migration20261122080246_rate_limit extends Migration {
  override up(): void | Promise<void> {
    this.addSql(
      `create unlogged table "rate_limit" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "rate_limit" cascade;`);
  }
}
