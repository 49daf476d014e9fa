import type { Actor } from '#identity';
import { changes, type ClockChange } from '#law/procedure';
import type { RcState } from '#law/reconsideration';
import { LawToday } from '#queries';
import { Injectable } from '@nestjs/common';
import { CaseDoor } from './case-door.ts';
import { planStep, readStep, type StepInput } from './planned-step.ts';
import { outlookOf } from './settle-case.ts';
import type { NewStep } from './write-case.ts';

/** What a step would make of its case. */
export interface SteppedAhead {
  readonly stateBefore: RcState | null;
  readonly stateAfter: RcState | null;
  readonly clocks: readonly ClockChange[];
  /** Everything that would be entered: the step, its own end where it is over, and what the law makes of it. */
  readonly steps: readonly NewStep[];
}

/** 试算: goes the way of TakeStep up to where that writes, on connections on which nothing can be written. */
@Injectable()
export class PreviewStep {
  constructor(
    private readonly door: CaseDoor,
    private readonly law: LawToday,
  ) {}

  /** @throws UserError and RuleRefusal as TakeStep does; a step that was taken already would change nothing */
  async execute(actor: Actor, asked: StepInput): Promise<SteppedAhead> {
    const sent = readStep(asked);
    return this.door.look(actor, sent.caseId, async seen => {
      const context = this.law.reconsideration();
      const change = await planStep(actor, seen, sent, context);
      const { before, after, silent } = outlookOf(seen.file, change?.events ?? seen.file.events, context);
      return {
        stateBefore: before.facts.state,
        stateAfter: after.facts.state,
        clocks: changes(before.clocks, after.clocks),
        steps: change ? [...change.entered, ...silent] : [],
      };
    });
  }
}
