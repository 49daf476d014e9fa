const MS_PER_DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
/** Days between the two date systems of Excel. */
export const DAYS_1904 = 1462;
/** 9999-12-31, the last day Excel knows. */
export const LAST_SERIAL = 2_958_465;

/** ISO day of a serial number of the 1900 system, or null outside 1900–9999; the time of day is dropped. */
export function serialToDay(serial: number): string | null {
  if (!(serial >= 1 && serial < LAST_SERIAL + 1)) return null;
  return new Date(EPOCH_1900 + Math.floor(serial) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Serial number of the 1900 system for an ISO day. */
export function dayToSerial(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH_1900) / MS_PER_DAY);
}
