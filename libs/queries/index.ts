export * from './proceedings/list-proceedings.ts';
export * from './queries.module.ts';
