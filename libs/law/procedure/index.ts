export * from './clock-rule.ts';
