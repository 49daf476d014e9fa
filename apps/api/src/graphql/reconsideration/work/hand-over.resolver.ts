import { Access, accountsUnknown, DELIVERIES, deliveryBasis } from '#casework';
import type { Scope } from '#identity';
import { calendarDate } from '#law/calendar';
import { HandOver, LawToday, Officers } from '#queries';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../identity/allow.ts';
import { basisWords, stepName } from '../case-words.ts';
import { clockLabel } from './work-shapes.ts';
import { WorkPages } from './work-pages.ts';
import { HandOverArgs, HandOverList, type HandOverCase, type WorkItem } from './work.types.ts';

/** 移交: what somebody who leaves has in hand, for whoever assigns it to others. */
@Resolver()
export class HandOverResolver {
  constructor(
    private readonly access: Access,
    private readonly officers: Officers,
    private readonly pages: WorkPages,
    private readonly rest: HandOver,
    private readonly law: LawToday,
  ) {}

  @Allow('cases.assign')
  @Query(() => HandOverList, {
    description: '移交清单: open cases of an officer, their clocks, and what has not been delivered.',
  })
  async handOver(
    @Args() { organ, login, ...asked }: HandOverArgs,
    @Context('scope') scope: Scope,
  ): Promise<HandOverList> {
    const organId = this.access.organ(scope, organ).id;
    const officer = await this.officers.one(scope, organId, login.trim().toLowerCase());
    if (!officer) throw accountsUnknown([login]);
    const page = await this.pages.work(scope, { organId, accountId: officer.id }, asked);
    const nodes = await this.furnished(scope, page.nodes);
    return { login: officer.login, name: officer.name, cases: { ...page, nodes } };
  }

  private async furnished(scope: Scope, nodes: readonly WorkItem[]): Promise<HandOverCase[]> {
    const ids = nodes.map(one => one.id);
    const [clocks, undelivered] = await Promise.all([
      this.rest.clocks(scope, ids),
      this.rest.undelivered(scope, ids, DELIVERIES),
    ]);
    const context = this.law.reconsideration();
    return nodes.map(node => ({
      ...node,
      clocks: clocks
        .filter(one => one.caseId === node.id)
        .map(({ code, dueOn }) => ({ clock: clockLabel(code, context), dueOn })),
      undelivered: undelivered
        .filter(one => one.caseId === node.id)
        .map(({ eventId, kind, happenedOn }) => ({
          id: eventId,
          name: stepName(kind),
          on: happenedOn,
          basis: basisWords(
            deliveryBasis(
              { kind, happenedOn: calendarDate(happenedOn), receivedOn: calendarDate(node.receivedOn) },
              context,
            ),
          ),
        })),
    }));
  }
}
