import type { Instance } from '#codes';
import { all, type Condition } from '../conditions/condition.ts';
import { measuresOf, type MeasureSpec } from './measure.ts';
import * as at from './states.ts';

const suit = measuresOf('LITIGATION', '行政应诉案件登记(行政复议、行政应诉案件统计制度,2015修订)');

/** All instances, or one: the identity carried over + new = closed + open holds for each instance. */
function stockOf(instance: Instance | null, zh: string, en: string) {
  const of = (condition: Condition): Condition =>
    instance === null ? condition : all({ eq: ['instance', instance] }, condition);
  const title = (a: string, b: string): [string, string] => [`${zh}${a}`, `${b}${en}`];
  return {
    carriedOver: suit(
      ...title('上期结转', 'carried over'),
      'received before the period and not closed before it',
      of(at.pendingAtStart),
    ),
    received: suit(...title('收案', 'received'), 'received in the period', of(at.received)),
    closed: suit(...title('结案', 'closed'), 'closed in the period', of(at.closed)),
    open: suit(
      ...title('未结', 'open at the end'),
      'received by the end of the period and not closed by then, however old',
      of(at.pendingAtEnd),
    ),
    lost: suit(
      ...title('败诉', 'lost'),
      'closed in the period by 撤销, 变更, 确认违法, 确认无效, 责令履行(给付) or 判决赔偿',
      of(all(at.closed, { outcomeClass: ['LOST'] })),
      { source: '云南2023、杭州2021、上海2020行政审判白皮书', tag: 'A' },
    ),
  };
}

const every = stockOf(null, '应诉', '');
const first = stockOf('FIRST', '一审', ', first instance');
const second = stockOf('SECOND', '二审', ', second instance');
const retrial = stockOf('RETRIAL', '再审', ', retrial');

/** Litigation seen from the sued organ; civil suits stand in a register of their own and never enter. */
export const LITIGATION_MEASURES = {
  SUITS_CARRIED_OVER: every.carriedOver,
  SUITS_RECEIVED: every.received,
  SUITS_CLOSED: every.closed,
  SUITS_OPEN: every.open,
  SUITS_LOST: every.lost,
  SUITS_CARRIED_OVER_FIRST: first.carriedOver,
  SUITS_RECEIVED_FIRST: first.received,
  SUITS_CLOSED_FIRST: first.closed,
  SUITS_OPEN_FIRST: first.open,
  SUITS_LOST_FIRST: first.lost,
  SUITS_CARRIED_OVER_SECOND: second.carriedOver,
  SUITS_RECEIVED_SECOND: second.received,
  SUITS_CLOSED_SECOND: second.closed,
  SUITS_OPEN_SECOND: second.open,
  SUITS_LOST_SECOND: second.lost,
  SUITS_CARRIED_OVER_RETRIAL: retrial.carriedOver,
  SUITS_RECEIVED_RETRIAL: retrial.received,
  SUITS_CLOSED_RETRIAL: retrial.closed,
  SUITS_OPEN_RETRIAL: retrial.open,
  SUITS_LOST_RETRIAL: retrial.lost,
} satisfies Record<string, MeasureSpec>;
