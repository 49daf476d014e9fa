export * from './journal.ts';
export * from './permissions.ts';
export * from './principal.ts';
export * from './roles.ts';
export * from './scope.ts';
export * from './sessions.ts';
