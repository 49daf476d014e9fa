export * from './check-digits.ts';
export * from './identity.ts';
export * from './mask.ts';
export * from './phone.ts';
