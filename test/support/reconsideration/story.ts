import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { STEP_MUTATIONS, type StepKind } from '../../../apps/api/src/graphql/reconsideration/step-names.ts';
import { expectForeseen, previewed } from './foreseen.ts';
import { REFUSED, SHOWN, type Refused, type TheCase } from './shown.ts';
import type { Actor, Stories } from './stories.ts';

export type { Refused, TheCase } from './shown.ts';

/** What the law leaves to the head of the office or of the organ. */
const APPROVER = new Set<string>([
  'CONVERT',
  'EXTEND_DECISION',
  'DECIDE',
  'DISMISS',
  'TERMINATE',
  'ORDER_PERFORMANCE',
  'INTERVIEW',
  'CRITICISE',
  'SEND_BACK',
]);

/** What every step of the kind is written down with, where a story has nothing to say about it. */
const USUAL: Partial<Record<string, object>> = {
  NOTICE_CORRECTION: { items: ['身份证明'] },
  REFUSE: { reasons: '不符合受理条件' },
  DISMISS: { reasons: '不符合受理条件' },
  INVESTIGATE: { officers: ['李四', '王五'] },
  NOTIFY_HEARING: { matters: '处罚事实是否成立' },
  HOLD_HEARING: { host: '李四', officers: ['王五', '赵六'], clerk: '钱七' },
  COMMITTEE_OPINION: { opinion: '同意承办意见' },
  SUBMIT: { proposal: '建议维持' },
  DECIDE: { findings: '违法事实清楚', reasons: '适用依据正确', disposition: '维持该行政处罚决定' },
  MEDIATE: { agreement: '减轻处罚,申请人撤回其他请求', signedByAll: true, sealed: true },
  SEND_BACK: { reason: '事实不清,补充调查' },
  SETTLE: { agreement: '被申请人减轻处罚,申请人撤回申请' },
  JOIN_THIRD_PARTY: { name: '李某' },
  COPY_TO_SUPERIOR: { addressee: '江州省公安厅' },
  OPINION_LETTER: { addressee: '江州市公安局', content: '规范取证程序' },
  RECOMMENDATION_LETTER: { addressee: '江州市公安局', content: '完善裁量基准' },
  APPLY_ENFORCEMENT: { against: 'APPLICANT', court: '江州市江东区人民法院' },
};

export interface StepOptions {
  /** Who sends it; without, whoever the law leaves it to. */
  by?: Actor;
  /** The day it is when it is entered; without, the day it happened. */
  today?: string;
  requestId?: string;
  expectedVersion?: number;
}

/** One case, told step by step as a lawyer would. */
export class Story {
  constructor(
    private readonly stories: Stories,
    readonly id: string,
    /** Who registered it, and goes on with it. */
    private readonly handler: Actor,
  ) {}

  /** Takes a step that the law allows. */
  async step(kind: StepKind, on: string, input: object = {}, options: StepOptions = {}): Promise<TheCase> {
    const answer = await this.send(kind, on, input, options);
    if ('code' in answer)
      throw new Error(`${kind} on ${on}: ${answer.code} ${answer.message.zh}${answer.details.join()}`);
    return answer;
  }

  /** Tries a step that a rule stands in the way of. */
  async refused(kind: StepKind, on: string, input: object = {}, options: StepOptions = {}): Promise<Refused> {
    const answer = await this.send(kind, on, input, options);
    if (!('code' in answer)) throw new Error(`${kind} on ${on} was not refused`);
    return answer;
  }

  async send(kind: StepKind, on: string, input: object, options: StepOptions): Promise<TheCase | Refused> {
    const {
      by = APPROVER.has(kind) ? 'approver' : this.handler,
      today = on,
      requestId = randomUUID(),
    } = options;
    this.stories.today(today);
    const name = STEP_MUTATIONS[kind];
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Args`;
    const expectedVersion = options.expectedVersion ?? (await this.read()).version;
    const text = `mutation ($input: ${type}!) { result: ${name}(input: $input) {
      __typename ... on ReconsiderationCase { ${SHOWN} } ... on Refusal { ${REFUSED} } } }`;
    const sent = { case: this.id, requestId, expectedVersion, on, ...USUAL[kind], ...input };
    const take = async () =>
      (await this.stories.people[by].ask<{ result: TheCase | Refused }>(text, { input: sent })).result;
    if (!this.stories.foresees) return take();
    const before = await this.read();
    const ahead = await previewed(this.stories.people[by], name, sent);
    const answer = await take();
    expectForeseen(ahead, before, answer);
    return answer;
  }

  /** The case as it stands on a day. */
  async read(today?: string): Promise<TheCase> {
    const found = await this.seenBy(this.handler, today);
    if (!found) throw new Error('the handler does not see the case');
    return found;
  }

  /** The case as an actor sees it; null when they do not. */
  async seenBy(actor: Actor, today?: string): Promise<TheCase | null> {
    if (today) this.stories.today(today);
    const text = `query ($id: ID!) { reconsideration(id: $id) { ${SHOWN} } }`;
    const variables = { id: this.id };
    const asked = await this.stories.people[actor].ask<{ reconsideration: TheCase | null }>(text, variables);
    return asked.reconsideration;
  }

  /** Takes back the last step of a kind that still stands. */
  async takeBack(kind: StepKind, today: string, options: StepOptions = {}): Promise<TheCase> {
    const answer = await this.sendTakeBack(kind, today, options);
    if ('code' in answer) throw new Error(`taking back ${kind}: ${answer.code} ${answer.message.zh}`);
    return answer;
  }

  async refusedTakeBack(kind: StepKind, today: string, options: StepOptions = {}): Promise<Refused> {
    const answer = await this.sendTakeBack(kind, today, options);
    if (!('code' in answer)) throw new Error(`${kind} was taken back`);
    return answer;
  }

  private async sendTakeBack(kind: StepKind, today: string, options: StepOptions) {
    const step = (await this.read(today)).steps.findLast(
      one => one.kind === kind && !one.takenBack && !one.deemed,
    );
    if (!step) throw new Error(`no ${kind} to take back`);
    const by = APPROVER.has(kind) ? 'approver' : this.handler;
    return this.takeBackStep(step.id, { by, ...options });
  }

  /** Takes back a step by its id. */
  async takeBackStep(step: string, options: StepOptions = {}): Promise<TheCase | Refused> {
    const { by = this.handler, requestId = randomUUID() } = options;
    const expectedVersion = options.expectedVersion ?? (await this.read()).version;
    const text = `mutation ($input: TakeBackStepArgs!) { result: takeBackStep(input: $input) {
      __typename ... on ReconsiderationCase { ${SHOWN} } ... on Refusal { ${REFUSED} } } }`;
    const variables = { input: { case: this.id, requestId, expectedVersion, step, reason: '日期登记有误' } };
    return (await this.stories.people[by].ask<{ result: TheCase | Refused }>(text, variables)).result;
  }

  /** From now on only those named see the case, and whoever marks it. */
  async confide(by: Actor, readers: readonly Actor[]): Promise<void> {
    const text = `mutation ($input: ConfidentialityArgs!) { setConfidentiality(input: $input) { __typename } }`;
    const logins = readers.map(actor => this.stories.logins[actor]);
    const { version: expectedVersion } = await this.read();
    const input = { proceeding: this.id, expectedVersion, confidential: true, readers: logins };
    const answer = await this.stories.people[by].ask<{ setConfidentiality: { __typename: string } }>(text, {
      input,
    });
    if (answer.setConfidentiality.__typename !== 'Proceeding') throw new Error('the case stayed open to all');
  }

  /** The id of the first step of a kind: what a resumption refers to. */
  async idOf(kind: StepKind, on: string): Promise<string> {
    const step = (await this.read()).steps.find(one => one.kind === kind && one.on === on && !one.takenBack);
    if (!step) throw new Error(`no ${kind} on ${on}`);
    return step.id;
  }

  /** Received, accepted in the ordinary procedure, copy served, reply in: what most stories begin with. */
  async upToReview(accepted: string, served: string, replied: string): Promise<void> {
    await this.step('ACCEPT', accepted, { procedure: 'ORDINARY' });
    await this.step('SEND_COPY', served);
    await this.step('COPY_SERVED', served);
    await this.step('REPLY', replied);
  }

  /** Heard, submitted, decided, served: how most stories end. */
  async upToEffect(submitted: string, decided: string, served: string, decision: object): Promise<TheCase> {
    await this.step('HEAR_OPINIONS', submitted);
    await this.step('SUBMIT', submitted);
    await this.step('DECIDE', decided, decision);
    return this.step('SERVE', served);
  }
}

export const dueOf = ({ clocks }: TheCase, code: string): string | null | undefined =>
  clocks.find(one => one.code === code)?.dueOn;
export const statusOf = ({ clocks }: TheCase, code: string): string | undefined =>
  clocks.find(one => one.code === code)?.status;

/** The days on which these clocks end; null: the clock stands still; undefined: it does not run. */
export function expectDue(found: TheCase, due: Readonly<Record<string, string | null | undefined>>): void {
  expect(Object.fromEntries(Object.keys(due).map(code => [code, dueOf(found, code)]))).toEqual(due);
}

export function expectStatus(found: TheCase, status: Readonly<Record<string, string | undefined>>): void {
  expect(Object.fromEntries(Object.keys(status).map(code => [code, statusOf(found, code)]))).toEqual(status);
}

/** A refusal by the rule, resting on the article. */
export function expectRule(refused: Refused, code: string, article: string): void {
  expect(refused.code).toBe(code);
  expect(refused.basis.map(one => one.zh).join()).toContain(article);
}
