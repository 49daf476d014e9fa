import { ROLES, type Role } from './roles.ts';

/** 演示身份: somebody a visitor of the demo may be, in the whole installation. */
export interface Persona {
  /** As written in the header `x-anjuan-persona`. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly roles: readonly Role[];
}

const EVERY_ROLE = Object.keys(ROLES) as Role[];

/** One for each role, and one who holds them all. */
export const PERSONAS: readonly Persona[] = [
  { key: 'everybody', zh: '全部角色', en: 'every role', roles: EVERY_ROLE },
  ...EVERY_ROLE.map(role => ({
    key: role.toLowerCase().replaceAll('_', '-'),
    ...ROLES[role],
    roles: [role],
  })),
];

/** The login of a persona's account. */
export const personaLogin = (key: string): string => `persona.${key.trim().toLowerCase()}`;
