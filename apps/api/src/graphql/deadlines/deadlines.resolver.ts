import { DismissReminder, RecordDeemedEvents } from '#casework';
import type { Actor, Principal, Scope } from '#identity';
import { MyReminders } from '#queries';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { pageSize } from '../proceedings/shape.ts';
import { answer } from '../shared/types.ts';
import {
  DeemedEvents,
  DeemedEventsResult,
  DismissReminderResult,
  ReminderArgs,
  ReminderDismissed,
  ReminderPage,
} from './deadlines.types.ts';
import { readReminderCursor, shapeReminders } from './reminder-shapes.ts';

@Resolver()
export class DeadlinesResolver {
  constructor(
    private readonly reminders: MyReminders,
    private readonly dismiss: DismissReminder,
    private readonly record: RecordDeemedEvents,
  ) {}

  @Allow('cases.handle')
  @Query(() => ReminderPage, {
    description: '我的提醒: clocks of the cases one handles that end soon, today, or have ended.',
  })
  async myReminders(
    @Args() { first, after }: ReminderArgs,
    @Context() { scope, principal }: { scope: Scope; principal: Principal },
  ): Promise<ReminderPage> {
    const size = pageSize(first);
    const cursor = readReminderCursor(after);
    return shapeReminders(await this.reminders.rows(scope, principal.accountId, cursor, size + 1), size);
  }

  @Allow('cases.handle')
  @Mutation(() => DismissReminderResult, { description: '知道了: shows a reminder no more.' })
  dismissReminder(
    @Args('id', { type: () => ID }) id: string,
    @Context('principal') actor: Actor,
  ): Promise<typeof DismissReminderResult> {
    return answer(async () => {
      await this.dismiss.execute(actor, id);
      return Object.assign(new ReminderDismissed(), { id });
    });
  }

  @Allow('cases.handle')
  @Mutation(() => DeemedEventsResult, {
    description: '立即登记视为事项: does for one office what the daily job does for all.',
  })
  recordDeemedEvents(
    @Args('organ', { type: () => String, description: 'Code of the reconsideration organ.' }) organ: string,
    @Context('principal') actor: Actor,
  ): Promise<typeof DeemedEventsResult> {
    return answer(async () => {
      const cases = await this.record.execute(actor, organ);
      return Object.assign(new DeemedEvents(), { count: cases.length, cases });
    });
  }
}
