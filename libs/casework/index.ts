export * from './casework.module.ts';
export * from './codes/revise-code.ts';
export * from './organs/register-organ.ts';
export * from './refusal.ts';
