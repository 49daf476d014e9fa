export * from './settings.ts';
export * from './timeliness.ts';
