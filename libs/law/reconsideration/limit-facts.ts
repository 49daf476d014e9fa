import { calendarDate, type CalendarDate, type Stop } from '#law/calendar';
import { w } from '#law/statute';

/** 障碍: what kept somebody from applying, from when to when; to: null while it lasts. */
export interface LimitObstacle {
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

/** What the limit to apply hangs on besides the act itself, as far as it was told. */
export interface LimitFacts {
  /** 提出申请之日, where it is not the day of receipt: an application sent by mail is made when it is posted. */
  readonly appliedOn?: string | null;
  /** Whether the agency told of right, organ and limit (20(3)). */
  readonly rightsTold?: boolean | null;
  readonly rightsKnownOn?: string | null;
  readonly immovable?: boolean | null;
  readonly longerByLaw?: number | null;
  readonly obstacles?: readonly LimitObstacle[] | null;
  /** Inaction: when the agency got the request; and where known, when the time for the duty ended, or it failed in urgency. */
  readonly requestReceivedOn?: string | null;
  readonly dutyEndsOn?: string | null;
  readonly urgentFailureOn?: string | null;
}

/** The same with the days of the act and of the application. */
export interface ApplicationFactsGiven extends LimitFacts {
  readonly actMadeOn?: string | null;
  readonly knewOn?: string | null;
}

/** The facts as the rules read them. */
export interface ReadLimitFacts {
  readonly appliedOn: CalendarDate;
  readonly actMadeOn: CalendarDate | null;
  readonly knewOn: CalendarDate | null;
  readonly rightsKnownOn: CalendarDate | null;
  readonly rightsTold: boolean | null;
  readonly immovable: boolean | null;
  readonly longerByLaw: number | null;
  readonly obstacles: readonly Stop[];
  readonly inaction: {
    readonly requestReceivedOn: CalendarDate | null;
    readonly dutyEndsOn: CalendarDate | null;
    readonly urgentFailureOn: CalendarDate | null;
  } | null;
}

const day = (value: string | null | undefined): CalendarDate | null => (value ? calendarDate(value) : null);

/** @param otherwise the day of the application where none was told */
export function readLimitFacts(given: ApplicationFactsGiven, otherwise: CalendarDate): ReadLimitFacts {
  const { rightsTold, immovable, longerByLaw, obstacles } = given;
  const inaction = {
    requestReceivedOn: day(given.requestReceivedOn),
    dutyEndsOn: day(given.dutyEndsOn),
    urgentFailureOn: day(given.urgentFailureOn),
  };
  const rightsKnownOn = day(given.rightsKnownOn);
  return {
    appliedOn: day(given.appliedOn) ?? otherwise,
    actMadeOn: day(given.actMadeOn),
    knewOn: day(given.knewOn),
    rightsKnownOn,
    // whoever learned of the rights elsewhere was not told by the agency
    rightsTold: rightsTold ?? (rightsKnownOn ? false : null),
    immovable: immovable ?? null,
    longerByLaw: longerByLaw ?? null,
    obstacles: (obstacles ?? []).map(one => ({
      from: calendarDate(one.from),
      to: day(one.to),
      reason: w(one.reason, one.reason),
    })),
    inaction: Object.values(inaction).some(Boolean) ? inaction : null,
  };
}
