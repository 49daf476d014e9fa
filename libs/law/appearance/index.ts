export * from './assess.ts';
export * from './coverage.ts';
export * from './duty.ts';
export * from './notice.ts';
export * from './proof.ts';
export * from './reason.ts';
export * from './reconsideration-hearing.ts';
export * from './rules.ts';
