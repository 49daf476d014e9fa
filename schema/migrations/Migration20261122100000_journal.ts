import { Migration } from '@mikro-orm/migrations';

/** A function of the owner's that the app's role may call: it must not find a table somebody put in the way. */
const AS_OWNER = 'security definer set search_path = pg_catalog, public, pg_temp';

/**
 * Takes hold of the chains of some subjects, in one order for everybody, until the transaction ends. Gives back where
 * each stands, the time, and as many ids as entries will follow.
 */
const OPEN = `create function journal_open(kinds text[], subjects bigint[], counts int[])
  returns table (kind text, subject bigint, seq int, hash text, at text, ids bigint[])
  language plpgsql ${AS_OWNER} as $body$
  declare wanted record;
  begin
    for wanted in select * from unnest(kinds, subjects, counts) as w(kind, subject, n) order by 1, 2 loop
      insert into journal_head values (wanted.kind, wanted.subject, 0, repeat('0', 64)) on conflict do nothing;
      select h.seq, h.hash into seq, hash from journal_head h
        where h.subject_kind = wanted.kind and h.subject_id = wanted.subject for no key update;
      kind := wanted.kind;
      subject := wanted.subject;
      at := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
      ids := array(select nextval('journal_id_seq') from generate_series(1, wanted.n));
      return next;
    end loop;
  end $body$;`;

/** An entry that does not continue its chain is refused, whoever writes it; one that does moves the head. */
const CONTINUES = `create function journal_continues() returns trigger language plpgsql ${AS_OWNER} as $body$
  begin
    update journal_head h set seq = new.seq, hash = new.hash
      where h.subject_kind = new.subject_kind and h.subject_id = new.subject_id
        and h.seq = new.seq - 1 and h.hash = new.previous_hash;
    if not found then
      raise exception 'journal: entry % of % % does not continue its chain', new.seq, new.subject_kind, new.subject_id
        using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $body$;`;

const REFUSES = `create function journal_refuses() returns trigger language plpgsql as $body$
  begin
    raise exception 'journal: entries are only added, never changed or taken away' using errcode = 'insufficient_privilege';
  end $body$;`;

export class Migration20261122100000_journal extends Migration {
  override name = 'Migration20261122100000_journal';

  override up(): void {
    const kinds = `check ("subject_kind" in ('PROCEEDING', 'ACCOUNT', 'ORGAN', 'INSTALLATION'))`;
    const statements = [
      `alter table "ledger_import" add "asked_by_id" int null;`,
      `alter table "ledger_import" add constraint "ledger_import_asked_by_id_foreign" foreign key ("asked_by_id") references "account" ("id") on delete restrict;`,
      `alter table "return_export" add "asked_by_id" int null;`,
      `alter table "return_export" add constraint "return_export_asked_by_id_foreign" foreign key ("asked_by_id") references "account" ("id") on delete restrict;`,
      `create table "journal" ("id" bigserial primary key, "subject_kind" text not null, "subject_id" bigint not null, "seq" int not null, "at" timestamptz(6) not null, "account_id" int null, "via" text null, "system" text null, "address" text null, "action" text not null, "basis" jsonb null, "details" jsonb not null, "organ_id" int null, "previous_hash" text not null, "hash" text not null);`,
      `create index "journal_organ_id_id_index" on "journal" ("organ_id", "id");`,
      `alter table "journal" add constraint "journal_subject_kind_subject_id_seq_unique" unique ("subject_kind", "subject_id", "seq");`,
      `alter table "journal" add constraint "journal_by_somebody" check (account_id is not null or system is not null);`,
      `alter table "journal" add constraint "journal_subject_kind_check" ${kinds};`,
      `alter table "journal" enable row level security;`,
      `create policy "journal_read" on "journal" for select using (((select scope_all()) or organ_id in (select unnest(scope_keeps()))) and (subject_kind <> 'PROCEEDING' or (select scope_purpose()) = 'SYSTEM' or exists (select from proceeding p where p.id = subject_id)));`,
      `create policy "journal_insert" on "journal" for insert with check (true);`,
      `create table "journal_head" ("subject_kind" text not null, "subject_id" bigint not null, "seq" int not null, "hash" text not null, primary key ("subject_kind", "subject_id")) with (fillfactor = 70);`,
      `alter table "journal_head" add constraint "journal_head_subject_kind_check" ${kinds};`,
      OPEN,
      `revoke all on function journal_open(text[], bigint[], int[]) from public;`,
      CONTINUES,
      `create trigger journal_continues before insert on journal for each row execute function journal_continues();`,
      REFUSES,
      `create trigger journal_refuses before update or delete on journal for each statement execute function journal_refuses();`,
      `create trigger journal_refuses_truncate before truncate on journal for each statement execute function journal_refuses();`,
      // also in a session that calls itself a replica: only who switches the trigger off gets past it
      `alter table journal enable always trigger journal_refuses;`,
      `alter table journal enable always trigger journal_refuses_truncate;`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
