import { Migration } from '@mikro-orm/migrations';

export class Migration20261122110000_casework extends Migration {
  override name = 'Migration20261122110000_casework';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "case_step" ("id" bigserial primary key, "proceeding_id" bigint not null, "event_id" text not null, "kind" text not null, "happened_on" date not null, "of_event" text null, "deemed" boolean not null default false, "input" jsonb not null, "record" jsonb not null, "role" text null, "entered_by_id" int null, "entered_at" timestamptz not null default now(), "version" int not null);`,
    );
    this.addSql(
      `alter table "case_step" add constraint "case_step_proceeding_id_event_id_unique" unique ("proceeding_id", "event_id");`,
    );

    this.addSql(
      `create table "case_clock" ("proceeding_id" bigint not null, "code" text not null, "due_on" date null, primary key ("proceeding_id", "code"));`,
    );
    this.addSql(
      `create index case_clock_due on case_clock (due_on, proceeding_id) where due_on is not null;`,
    );

    this.addSql(
      `create table "reconsideration" ("proceeding_id" bigint not null, "organ_id" int not null, "request_id" text not null, "channel" text not null, "act_name" text not null, "act_number" text null, "act_made_on" date null, "act_known_on" date null, "claims" text not null, "grounds" text null, "state" text not null, "procedure" text not null, "next_clock" text null, "next_due_on" date null, "deems_after" date null, "handler_id" int null, "second_handler_id" int null, primary key ("proceeding_id"));`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_request_id_unique" unique ("request_id");`,
    );
    this.addSql(
      `create index reconsideration_of_organ on reconsideration (organ_id, next_due_on, proceeding_id);`,
    );
    this.addSql(
      `create index reconsideration_of_handler on reconsideration (handler_id, next_due_on, proceeding_id) where handler_id is not null;`,
    );
    this.addSql(
      `create index reconsideration_deems on reconsideration (deems_after) where deems_after is not null;`,
    );

    this.addSql(`create index proceeding_of_dispute on proceeding (dispute_id);`);

    this.addSql(`alter table "party" drop constraint "party_role_check";`);
    this.addSql(`alter table "party" add "represents_id" bigint null;`);
    this.addSql(
      `alter table "party" add constraint "party_represents_id_foreign" foreign key ("represents_id") references "party" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "party" add constraint "party_role_check" check ("role" in ('APPLICANT', 'PLAINTIFF', 'THIRD_PARTY', 'PARTY', 'REPRESENTATIVE', 'AGENT'));`,
    );

    this.addSql(
      `alter table "case_step" add constraint "case_step_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "case_step" add constraint "case_step_entered_by_id_foreign" foreign key ("entered_by_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(`alter table "case_step" enable row level security;`);
    this.addSql(
      `create policy "case_step_read" on "case_step" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "case_step_insert" on "case_step" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `alter table "case_clock" add constraint "case_clock_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(`alter table "case_clock" enable row level security;`);
    this.addSql(
      `create policy "case_clock_read" on "case_clock" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "case_clock_insert" on "case_clock" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "case_clock_update" on "case_clock" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "case_clock_delete" on "case_clock" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on update cascade on delete restrict;`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_handler_id_foreign" foreign key ("handler_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_second_handler_id_foreign" foreign key ("second_handler_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_act_not_blank" check (btrim(act_name) <> '');`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_claims_not_blank" check (btrim(claims) <> '');`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_two_handlers" check (handler_id <> second_handler_id);`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_channel_check" check ("channel" in ('PAPER', 'ORAL', 'MAIL', 'ONLINE', 'PENALTY_ORGAN', 'TRANSFERRED'));`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_state_check" check ("state" in ('RECEIVED', 'CORRECTION_PENDING', 'ABANDONED', 'REFUSED', 'TRANSFERRED', 'ACCEPTED', 'REPLY_PENDING', 'IN_REVIEW', 'SUSPENDED', 'DECISION_PENDING', 'DECIDED', 'MEDIATED', 'DISMISSED', 'TERMINATED', 'EFFECTIVE', 'CLOSED'));`,
    );
    this.addSql(
      `alter table "reconsideration" add constraint "reconsideration_procedure_check" check ("procedure" in ('ORDINARY', 'SIMPLIFIED'));`,
    );
    this.addSql(`alter table "reconsideration" enable row level security;`);
    this.addSql(
      `create policy "reconsideration_read" on "reconsideration" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "reconsideration_insert" on "reconsideration" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "reconsideration_update" on "reconsideration" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "reconsideration_delete" on "reconsideration" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "case_step" cascade;`);
    this.addSql(`drop table if exists "case_clock" cascade;`);
    this.addSql(`drop table if exists "reconsideration" cascade;`);

    this.addSql(`drop index if exists proceeding_of_dispute;`);
    this.addSql(`alter table "party" drop constraint "party_represents_id_foreign";`);

    this.addSql(`alter table "party" drop constraint "party_role_check";`);
    this.addSql(`alter table "party" drop column "represents_id";`);
    this.addSql(
      `alter table "party" add constraint "party_role_check" check ("role" in ('APPLICANT', 'PLAINTIFF', 'THIRD_PARTY', 'PARTY'));`,
    );
  }
}
