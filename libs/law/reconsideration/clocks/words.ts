import type { Fact } from '#law/calendar';
import { w } from '#law/statute';

export const fact = (code: string, zh: string, en: string): Fact => ({ code, words: { zh, en } });

/** Who is meant by a step. */
export const ORGAN = w('复议机关', 'reconsideration organ');
export const OFFICE = w('复议机构', 'reconsideration office');
export const RESPONDENT = w('被申请人', 'respondent');
export const APPLICANT = w('申请人', 'applicant');

/** Facts that set day 0. */
export const RECEIVED = fact('RECEIVED', '收到行政复议申请之日', 'receipt of the application');
export const ACCEPTED = fact('ACCEPTED', '受理之日', 'acceptance');
export const CORRECTED = fact('CORRECTED', '收到补正材料之日', 'receipt of the corrections');
