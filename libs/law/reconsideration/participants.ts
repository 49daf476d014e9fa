import type { Basis } from '#law/statute';
import { law, regulation } from './texts.ts';

export const REPRESENTATIVES_BASIS: Basis = [law(15, 1), regulation(8)];
export const AGENTS_BASIS: Basis = [law(17, 1)];
/** “第三人不参加行政复议,不影响行政复议案件的审理” */
export const ABSENT_THIRD_PARTY_BASIS: Basis = [law(16, 2)];

/** 条例(2007) art. 8: 超过5人 elect; five themselves do not have to. */
export const mustElectRepresentatives = (applicants: number): boolean => applicants > 5;

/** One to five of them. */
export const representativesAllowed = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 5;

/** 行政复议法(2023) art. 17(1): 一至二名 agents. */
export const agentsAllowed = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 2;

/** Art. 45(2): 不得少于两人 when evidence is taken. */
export const investigatorsSuffice = (n: number): boolean => n >= 2;

/** What a representative may do only with the consent of those represented (15(2)). */
export const NEEDS_CONSENT = ['CHANGE_CLAIM', 'WITHDRAW', 'ADMIT_THIRD_PARTY_CLAIM'] as const;
export const CONSENT_BASIS: Basis = [law(15, 2)];
export const INVESTIGATORS_BASIS: Basis = [law(45, 2)];
