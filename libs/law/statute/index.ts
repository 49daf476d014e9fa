export * from './citation.ts';
export * from './coverage.ts';
export * from './numerals.ts';
export * from './ruling.ts';
export * from './statutes.ts';
