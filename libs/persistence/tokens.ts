/** Names under which the framework hands out what has no class of its own. */
export const CONFIG = Symbol('config');
export const BUS = Symbol('bus');
/** Today in China (UTC+8) as an ISO day: the only clock the use cases of casework know. */
export const CLOCK = Symbol('clock');

export type Clock = () => string;

const DAY_IN_CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The instant, for sessions, tokens and lock-outs only. */
export class WallClock {
  now(): Date {
    return new Date();
  }

  /** Milliseconds since 1970. */
  ms(): number {
    return this.now().getTime();
  }
}

const DAY_MS = 86_400_000;

/** The day it is in China at the instant a wall clock shows, or as many days later as the demo has been moved ahead. */
export const dayOf =
  (wall: WallClock, ahead: { readonly days: number }): Clock =>
  () =>
    DAY_IN_CHINA.format(wall.ms() + ahead.days * DAY_MS);
