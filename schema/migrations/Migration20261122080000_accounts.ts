import { Migration } from '@mikro-orm/migrations';

export class Migration20261122080000_accounts extends Migration {
  override name = 'Migration20261122080000_accounts';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "account" ("id" serial primary key, "organ_id" int null, "login" text not null, "name" text not null, "password_hash" text null, "password_changed_at" timestamptz null, "must_change_password" boolean not null default false, "issuer" text null, "subject" text null, "failed_sign_ins" int not null default 0, "locked_until" timestamptz null, "disabled" boolean not null default false, "created_at" timestamptz not null default now(), "version" int not null default 1);`,
    );
    this.addSql(`alter table "account" add constraint "account_login_unique" unique ("login");`);
    this.addSql(
      `create unique index account_subject_unique on account (issuer, subject) where subject is not null;`,
    );

    this.addSql(
      `create table "api_token" ("id" serial primary key, "account_id" int not null, "name" text not null, "secret_hash" text not null, "permissions" text[] not null, "created_at" timestamptz not null default now(), "expires_at" timestamptz not null, "revoked_at" timestamptz null, "last_used_at" timestamptz null);`,
    );
    this.addSql(`create index "api_token_account_id_index" on "api_token" ("account_id");`);
    this.addSql(
      `alter table "api_token" add constraint "api_token_secret_hash_unique" unique ("secret_hash");`,
    );

    this.addSql(
      `create table "account_grant" ("id" serial primary key, "account_id" int not null, "role" text not null, "organ_id" int null, "with_subordinates" boolean not null default false, "granted_at" timestamptz not null default now(), "revoked_at" timestamptz null);`,
    );
    this.addSql(`create index "account_grant_account_id_index" on "account_grant" ("account_id");`);
    this.addSql(
      `create unique index account_grant_once on account_grant (account_id, role, coalesce(organ_id, 0)) where revoked_at is null;`,
    );

    this.addSql(
      `create table "session" ("id" serial primary key, "account_id" int not null, "secret_hash" text not null, "created_at" timestamptz not null default now(), "last_seen_at" timestamptz not null default now(), "expires_at" timestamptz not null, "ended_at" timestamptz null, "address" text null, "user_agent" text null);`,
    );
    this.addSql(`create index "session_account_id_index" on "session" ("account_id");`);
    this.addSql(`alter table "session" add constraint "session_secret_hash_unique" unique ("secret_hash");`);

    this.addSql(
      `alter table "account" add constraint "account_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "account" add constraint "account_login_written_small" check (login = lower(login) and btrim(login) <> '');`,
    );
    this.addSql(`alter table "account" add constraint "account_name_not_blank" check (btrim(name) <> '');`);
    this.addSql(
      `alter table "account" add constraint "account_issuer_with_subject" check ((issuer is null) = (subject is null));`,
    );

    this.addSql(
      `alter table "api_token" add constraint "api_token_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "api_token" add constraint "api_token_name_not_blank" check (btrim(name) <> '');`,
    );

    this.addSql(
      `alter table "account_grant" add constraint "account_grant_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "account_grant" add constraint "account_grant_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "account_grant" add constraint "account_grant_role_check" check ("role" in ('HANDLER', 'APPROVER', 'HEARING_CLERK', 'LITIGATION_CONTACT', 'AGENCY_HEAD', 'STATISTICIAN', 'SUPERVISOR', 'AUDITOR', 'ADMINISTRATOR'));`,
    );

    this.addSql(
      `alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`,
    );
  }
}
