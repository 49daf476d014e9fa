import { cite, type Basis } from '#law/statute';
import { addDays, type CalendarDate } from './day.ts';

/** How a document was served (民事诉讼法(2023) art. 87–95); each method has its own day of service. */
export const SERVICE_ARTICLES = {
  DIRECT: 87,
  LEFT: 89,
  ELECTRONIC: 90,
  MAIL: 91,
  ENTRUSTED: 91,
  FORWARDED: 92,
  ANNOUNCEMENT: 95,
} as const;
/** FORWARDED: through the army or a prison (92–94), dated by the signature there. */
export type ServiceMethod = keyof typeof SERVICE_ARTICLES;

/** Art. 95(1): thirty days after publication. Texts before 2024-01-01 are not encoded and must be given by hand. */
const ANNOUNCEMENT_DAYS = 30;

export function serviceBasis(method: ServiceMethod): Basis {
  return [cite('CIVIL_PROCEDURE_LAW', '2023', SERVICE_ARTICLES[method])];
}

/**
 * The day that counts as service. For an announcement the day given is that of publication; for every other method
 * it is the day the method itself fixes (signature, being left, arrival in the system, the receipt).
 */
export function servedOn(method: ServiceMethod, day: CalendarDate): CalendarDate {
  return method === 'ANNOUNCEMENT' ? addDays(day, ANNOUNCEMENT_DAYS) : day;
}

export const POSTMARK_BASIS: Basis = [
  cite('CIVIL_PROCEDURE_LAW', '2023', 85, 4),
  cite('LITIGATION_INTERPRETATION', '2018', 48, 4),
];

/** Posted before the end of the period is in time, whenever it arrives; without a postmark arrival decides. */
export function isInTime(
  due: CalendarDate,
  {
    postmarkedOn,
    arrivedOn,
  }: { readonly postmarkedOn?: CalendarDate | null; readonly arrivedOn: CalendarDate },
): boolean {
  return (postmarkedOn ?? arrivedOn) <= due;
}
