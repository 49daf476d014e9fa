import { MoveTime } from '#casework';
import type { Actor } from '#identity';
import { CLOCK, DemoTime, type Clock } from '#persistence';
import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { TimeMoved, TimeMovedResult, Today } from './demo.types.ts';

@Resolver()
export class DemoResolver {
  constructor(
    private readonly time: MoveTime,
    private readonly moved: DemoTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Allow('reference.read')
  @Query(() => Today, { description: '今天: which day it is, in China; in the demo it can be moved.' })
  today(): Today {
    return { day: this.clock(), ahead: this.moved.days };
  }

  @Allow('reference.read')
  @Mutation(() => TimeMovedResult, {
    description:
      '演示: lets days go by and does what the daily job would have done. Refused outside of the demo.',
  })
  advanceTime(
    @Args('days', { type: () => Int }) days: number,
    @Context('principal') actor: Actor,
  ): Promise<typeof TimeMovedResult> {
    return answer(async () => Object.assign(new TimeMoved(), await this.time.advance(actor, days)));
  }

  @Allow('reference.read')
  @Mutation(() => TimeMovedResult, {
    description: '演示: back to the real day. Refused outside of the demo.',
  })
  resetTime(@Context('principal') actor: Actor): Promise<typeof TimeMovedResult> {
    return answer(async () => Object.assign(new TimeMoved(), await this.time.reset(actor)));
  }
}
