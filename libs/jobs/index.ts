export * from './definitions.ts';
export * from './empty-queue.ts';
export * from './jobs.module.ts';
export * from './processor.ts';
export * from './relay.ts';
