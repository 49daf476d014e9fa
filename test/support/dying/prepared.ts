import type { Principal } from '#identity';
import { Principals } from '#persistence';
import { randomUUID } from 'node:crypto';
import { Assignments } from '../reconsideration/assignments.ts';
import { giveLetterhead, Letters, type Issued, type Served } from '../reconsideration/letters.ts';
import type { Actor, Stories } from '../reconsideration/stories.ts';
import type { Story } from '../reconsideration/story.ts';
import type { Command, CommandName } from './commands.ts';

/** The day on which everything is done. */
export const TODAY = '2025-03-07';
const RECEIVED = '2025-03-05';

/** A command that can be run, and what stands in the database of what it is about, whatever its ids are. */
export interface Prepared extends Command {
  readonly written: () => Promise<unknown>;
}

const OF_CASES = `select p.version, r.state, h.login as handler, s.login as second,
    (select array_agg(kind order by c.id) from case_step c where c.proceeding_id = p.id) as steps,
    (select array_agg(code order by code) from case_clock c where c.proceeding_id = p.id) as clocks,
    (select count(*)::int from party t where t.proceeding_id = p.id) as parties,
    (select array_agg(part order by a.id) from case_assignment a where a.proceeding_id = p.id) as assignments,
    (select array_agg(kind) from conflict_declaration d where d.proceeding_id = p.id) as conflicts,
    (select array_agg(l.kind order by l.id) from letter l where l.proceeding_id = p.id) as letters,
    (select jsonb_agg(jsonb_build_array(served_on, returned_on, corrects_id is not null) order by v.id)
      from letter_service v where v.proceeding_id = p.id) as services,
    (select array_agg(action order by seq) from journal j where j.subject_kind = 'PROCEEDING' and j.subject_id = p.id) as journal
  from proceeding p join reconsideration r on r.proceeding_id = p.id
    left join account h on h.id = r.handler_id left join account s on s.id = r.second_handler_id
  where p.id = any($1::bigint[]) or r.request_id = $2 order by p.id`;

const OF_PARTY = `select d.kind, (select array_agg(action) from journal j
    where j.subject_kind = 'ACCOUNT' and j.details ->> 'conflict' = d.id::text) as journal
  from conflict_declaration d where d.party_name = $1`;

interface Sent {
  readonly requestId: string;
  readonly [field: string]: unknown;
}

/** People and cases on which commands are run, as often as one likes. */
export class Preparations {
  private readonly the: Assignments;
  private count = 0;

  private constructor(
    private readonly stories: Stories,
    private readonly actors: Readonly<Record<'handler' | 'approver', Principal>>,
  ) {
    this.the = new Assignments(stories);
  }

  static async start(stories: Stories): Promise<Preparations> {
    const principals = stories.app.app.get(Principals, { strict: false });
    const actor = async (who: Actor) => (await principals.byLogin(stories.logins[who]))!;
    const made = new Preparations(stories, {
      handler: await actor('handler'),
      approver: await actor('approver'),
    });
    await giveLetterhead(stories);
    for (const login of ['li.si', 'wang.wu']) await made.the.officer(login);
    return made;
  }

  /** The command on cases of its own. */
  async prepare(name: CommandName): Promise<Prepared> {
    const made = await this.makers[name]();
    this.stories.today(TODAY);
    return { name, ...made };
  }

  private readonly makers: Readonly<Record<CommandName, () => Promise<Omit<Prepared, 'name'>>>> = {
    registerApplication: async () => {
      const input = {
        requestId: randomUUID(),
        organ: 'city',
        receivedOn: RECEIVED,
        channel: 'PAPER',
        applicants: [{ name: '张三', isOrganisation: false }],
        respondent: 'police',
        act: { name: '罚款五百元的行政处罚决定' },
        claims: '撤销该行政处罚决定',
      };
      return this.on([], 'handler', input);
    },
    takeStep: async () => {
      const story = await this.registered();
      const accept = { kind: 'ACCEPT', on: TODAY, input: { procedure: 'ORDINARY' }, record: {} };
      return this.on([story], 'handler', { ...(await requestOn(story)), ...accept });
    },
    // one that only its register gave a handler, and one that changes hands
    assignCases: async () => {
      const [fresh, given] = [await this.registered(), await this.registered()];
      await this.the.assign(given.id, { handler: 'li.si' });
      const cases = [await requestOn(fresh), await requestOn(given)];
      const to = { handler: 'wang.wu', secondHandler: 'li.si', reason: '工作安排' };
      return this.on([fresh, given], 'approver', { requestId: randomUUID(), cases, ...to });
    },
    recuse: async () => {
      const story = await this.registered();
      const because = { kind: 'KINSHIP', reason: '与申请人有近亲属关系' };
      return this.on([story], 'handler', { ...(await requestOn(story)), ...because });
    },
    declareConflict: async () => {
      const party = `钱某${++this.count}`;
      const input = { organ: 'city', kind: 'KINSHIP', party, reason: '本人申报' };
      const written = () => this.the.sql(OF_PARTY, [party]);
      return { actor: this.actors.handler, input, written };
    },
    issueLetter: async () => {
      const story = await this.accepted();
      return this.on([story], 'handler', { ...(await requestOn(story)), kind: 'ACCEPTANCE_NOTICE' });
    },
    recordService: async () => {
      const { story, letter } = await this.notified();
      const recipient = { role: 'RESPONDENT', at: 0 };
      const how = { letter: letter.id, recipient, method: 'MAIL', sentOn: TODAY, on: TODAY };
      return this.on([story], 'handler', { ...(await requestOn(story)), ...how });
    },
    // and with it the step that rested on the service
    recordReturnedMail: async () => {
      const { story, letters, letter } = await this.notified();
      const mail = { recipient: { role: 'RESPONDENT' }, method: 'MAIL', sentOn: TODAY, on: TODAY };
      const [service] = (await letters.serve(letter.id, mail)) as Served[];
      await story.step('COPY_SERVED', TODAY);
      const back = { service: service!.id, returnedOn: TODAY, takeBack: true };
      return this.on([story], 'handler', { ...(await requestOn(story)), ...back });
    },
  };

  private on(cases: readonly Story[], who: 'handler' | 'approver', input: Sent) {
    const values = [cases.map(one => one.id), input.requestId];
    return { actor: this.actors[who], input, written: () => this.the.sql(OF_CASES, values) };
  }

  private registered(): Promise<Story> {
    return this.stories.register(RECEIVED, { caseNumber: `江复〔2025〕${++this.count}号` });
  }

  private async accepted(): Promise<Story> {
    const story = await this.registered();
    await story.step('ACCEPT', TODAY, { procedure: 'ORDINARY' });
    return story;
  }

  private async notified() {
    const story = await this.accepted();
    const letters = new Letters(this.stories, story);
    const [letter] = (await letters.issue('REPLY_NOTICE')) as Issued[];
    return { story, letters, letter: letter! };
  }
}

const requestOn = async (story: Story) => ({
  caseId: story.id,
  requestId: randomUUID(),
  expectedVersion: (await story.read()).version,
});
