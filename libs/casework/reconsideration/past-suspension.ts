import { laterEvents, project, take, type Context } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type ReconsiderationSettings } from '#law/reconsideration';
import { granted, refused, type Ruling } from '#law/statute';
import type { NewStep } from './write-case.ts';

type LawContext = Context<ReconsiderationSettings>;
type Resumption = Extract<RcEvent, { kind: 'RESUME' }>;

/** 补登中止: the end of a suspension that was lifted before anybody entered it; null for one that still holds. */
export function endOf(suspension: RcEvent, record: Readonly<Record<string, unknown>>): Resumption | null {
  const on = record['resumedOn'];
  if (suspension.kind !== 'SUSPEND' || typeof on !== 'string') return null;
  return { id: `${suspension.id}:end`, kind: 'RESUME', on: on as RcEvent['on'], of: suspension.id };
}

/**
 * Both ends at once: what happened since the case went on would be pushed out by the beginning alone. Only what lies within
 * the suspension stands in its way.
 */
export function takeWithEnd(
  events: readonly RcEvent[],
  suspension: RcEvent,
  end: Resumption,
  role: string,
  context: LawContext,
): Ruling<unknown> {
  const untilThen = events.filter(one => one.on < end.on);
  const begun = take(RECONSIDERATION, untilThen, suspension, role, context);
  if (!begun.ok) return begun;
  const ended = take(RECONSIDERATION, [...events, suspension], end, role, context);
  if (!ended.ok) return ended;
  const lost = pushedOut(events, [...events, suspension, end], context);
  return lost.length
    ? refused(
        laterEvents(
          lost.map(one => one.kind),
          begun.basis,
        ),
      )
    : granted(null, begun.basis);
}

function pushedOut(
  before: readonly RcEvent[],
  after: readonly RcEvent[],
  context: LawContext,
): readonly RcEvent[] {
  const { rejected } = project(RECONSIDERATION, before, context);
  return project(RECONSIDERATION, after, context).rejected.filter(one => !rejected.includes(one));
}

/** The row of the end, beside that of the beginning. */
export const endRow = (begin: NewStep, { id, kind, on, of }: Resumption): NewStep => ({
  ...begin,
  eventId: id,
  kind,
  happenedOn: on,
  of: of!,
  input: {},
  record: {},
});

/** A suspension that is taken back takes its own end along: the end alone would hold nothing. */
export const endOnRecord = (events: readonly RcEvent[], { id, kind }: RcEvent): RcEvent | undefined =>
  kind === 'SUSPEND' ? events.find(one => one.kind === 'RESUME' && one.of === id) : undefined;
