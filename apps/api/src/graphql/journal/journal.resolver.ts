import { JOURNAL_ACTIONS, journalSubject, type JournalAction, type Scope } from '#identity';
import { ListJournal, type JournalFilter, type JournalRow } from '#queries';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { noCursor, pageSize } from '../proceedings/shape.ts';
import { Labels } from '../shared/labels.ts';
import { OrgansAsked } from '../shared/organs-asked.ts';
import { JournalArgs, JournalEntry, JournalPage } from './journal.types.ts';

const NOTHING: JournalPage = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

@Resolver()
export class JournalResolver {
  constructor(
    private readonly list: ListJournal,
    private readonly asked: OrgansAsked,
    private readonly labels: Labels,
  ) {}

  @Allow('journal.read')
  @Query(() => JournalPage, { description: '操作日志 of a subject or of organs, newest first.' })
  async journal(@Args() args: JournalArgs, @Context('scope') scope: Scope): Promise<JournalPage> {
    const size = pageSize(args.first);
    const filter = this.filter(scope, args);
    if (!filter) return NOTHING;
    const rows = await this.list.rows(scope, filter, readPosition(args.after), size + 1);
    const page = rows.slice(0, size);
    return {
      nodes: page.map(row => this.shape(row)),
      pageInfo: { hasNextPage: rows.length > size, endCursor: page.at(-1)?.id ?? null },
    };
  }

  /** @returns null for a subject there cannot be */
  private filter(scope: Scope, { subject, organ, withSubordinates }: JournalArgs): JournalFilter | null {
    const { organIds } = this.asked.of(scope, organ, withSubordinates);
    const about = subject ? journalSubject(`${subject.kind}:${subject.id}`) : null;
    return subject && !about ? null : { subject: about, organIds };
  }

  private shape(row: JournalRow): JournalEntry {
    const { accountId, accountName, organId, action, ...rest } = row;
    const words = JOURNAL_ACTIONS[action as JournalAction] ?? { zh: action, en: action };
    return {
      ...(rest as unknown as JournalEntry),
      account: accountId === null ? null : { id: accountId, name: accountName },
      action: { code: action, ...words },
      organ: this.labels.organ(organId),
    };
  }
}

function readPosition(after: string | null | undefined): string | null {
  if (!after) return null;
  if (/^\d{1,18}$/.test(after)) return after;
  throw noCursor();
}
