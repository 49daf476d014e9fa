export * from './clock.ts';
export * from './count.ts';
export * from './day.ts';
export * from './notices.ts';
export * from './period.ts';
export * from './stops.ts';
export { DayTable } from './day-table.ts';
export * from './working-calendar.ts';
