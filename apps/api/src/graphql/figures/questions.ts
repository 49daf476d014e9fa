import { UserError } from '#casework';
import type { Scope } from '#identity';
import type { Question, Reference } from '#queries';
import { readReference, writeReference } from '#queries';
import { scopeOf } from '#statistics';
import { Injectable } from '@nestjs/common';
import { OrgansAsked } from '../shared/organs-asked.ts';
import type { FiguresArgs } from './figures.types.ts';

type Asked = Omit<Reference, 'what' | 'sub' | 'organ'> & { organ?: string | null; withSubordinates: boolean };

/** Turns what a client asks into a question to the figures, and numbers into references that open them. */
@Injectable()
export class Questions {
  constructor(private readonly organs: OrgansAsked) {}

  /** @throws UserError for an unknown organ or one outside of the scope, and for a period without a day */
  of(visible: Scope, args: Asked): Question {
    const { organIds } = this.organs.of(visible, args.organ, args.withSubordinates);
    try {
      const scope = scopeOf(args.from, args.to, {
        cutOff: args.cutOff ?? null,
        windowStart: args.windowStart ?? null,
      });
      return { register: args.register, organIds, scope, visible };
    } catch {
      throw new UserError(
        'PERIOD_INVALID',
        {
          zh: `统计期间${args.from}至${args.to}没有一天。`,
          en: `The period ${args.from} to ${args.to} has no day.`,
        },
        {
          zh: '开始日期应不晚于结束日期和截止日期。',
          en: 'Let it begin on or before its last day and the cut-off.',
        },
      );
    }
  }

  reference(args: FiguresArgs & { windowStart?: string | null }, what: Reference['what']): string {
    const { register, organ, withSubordinates, from, to, cutOff, windowStart } = args;
    return writeReference({
      register,
      organ: organ ?? null,
      sub: withSubordinates,
      from,
      to,
      cutOff,
      windowStart,
      what,
    });
  }

  /** Whoever holds a reference is asked again what they may see. @throws UserError for a text that no figure gave out */
  open(visible: Scope, ref: string): { question: Question; what: Reference['what'] } {
    const reference = readReference(ref);
    if (!reference) {
      throw new UserError(
        'REF_INVALID',
        { zh: '这个 ref 不是统计数字给出的。', en: 'This ref was not given out by a figure.' },
        { zh: '使用某个数字返回的 ref。', en: 'Use the ref that came with a number.' },
      );
    }
    return {
      question: this.of(visible, { ...reference, withSubordinates: reference.sub }),
      what: reference.what,
    };
  }
}
