import { Migration } from '@mikro-orm/migrations';

export class Migration20261122120000_reminders extends Migration {
  override name = 'Migration20261122120000_reminders';

  override up(): void | Promise<void> {
    this.addSql(`create table "demo_time" ("id" smallint primary key, "days" int not null);`);

    this.addSql(
      `create table "reminder" ("id" bigserial primary key, "proceeding_id" bigint not null, "account_id" int not null, "code" text not null, "due_on" date not null, "kind" text not null, "created_at" timestamptz not null default now(), "dismissed_at" timestamptz null);`,
    );
    this.addSql(
      `create index reminder_open on reminder (account_id, due_on, id) where dismissed_at is null;`,
    );
    this.addSql(
      `alter table "reminder" add constraint "reminder_proceeding_id_account_id_code_due_on_kind_unique" unique ("proceeding_id", "account_id", "code", "due_on", "kind");`,
    );

    this.addSql(`alter table "outbox" add "not_before" timestamptz null, add "key" text null;`);
    this.addSql(`alter table "outbox" add constraint "outbox_key_unique" unique ("key");`);

    // an old day: the clocks of the cases that are there are looked at once more on the next day
    this.addSql(`alter table "reconsideration" add "settled_on" date not null default '2000-01-01';`);
    this.addSql(`alter table "reconsideration" alter column "settled_on" drop default;`);

    this.addSql(`alter table "demo_time" add constraint "demo_time_one" check (id = 1);`);
    this.addSql(
      `alter table "demo_time" add constraint "demo_time_days" check ((days >= 0) AND (days <= 3650));`,
    );

    this.addSql(
      `alter table "reminder" add constraint "reminder_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "reminder" add constraint "reminder_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "reminder" add constraint "reminder_kind_check" check ("kind" in ('BEGUN', 'SOON', 'TODAY', 'OVERDUE'));`,
    );
    this.addSql(`alter table "reminder" enable row level security;`);
    this.addSql(
      `create policy "reminder_read" on "reminder" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "reminder_insert" on "reminder" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "reminder_update" on "reminder" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "demo_time" cascade;`);
    this.addSql(`drop table if exists "reminder" cascade;`);

    this.addSql(`alter table "outbox" drop constraint "outbox_key_unique";`);
    this.addSql(`alter table "outbox" drop column "not_before", drop column "key";`);

    this.addSql(`alter table "reconsideration" drop column "settled_on";`);
  }
}
