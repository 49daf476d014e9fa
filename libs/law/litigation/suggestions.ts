import { cite, w, type Basis, type Words } from '#law/statute';
import { reading, suit } from './texts.ts';

interface Suggestion {
  readonly words: Words;
  readonly addressee: Words;
  /** days to reply, where a national text sets them */
  readonly replyDays: number | null;
  readonly courtShall: boolean;
  readonly basis: Basis;
}

const SUPERVISORS = w('监察机关、上一级行政机关', 'supervisory organ and next higher organ');

/** What makes a court write a judicial suggestion, and what the addressee owes (law.md 3.6). */
export const SUGGESTIONS = {
  // the only one the court shall write; the reading of 2018 said may, the special rules of 2020 go before it
  HEAD_ABSENT: {
    words: w('负责人未出庭等情形', 'absence of the head and the like'),
    addressee: SUPERVISORS,
    replyDays: null,
    courtShall: true,
    basis: [cite('APPEARANCE_RULES', '2020', 12)],
  },
  REFUSED_REASONS_OR_LAWYER_ONLY: {
    words: w('拒绝说明理由、仅委托律师', 'reasons refused, or a lawyer alone'),
    addressee: SUPERVISORS,
    replyDays: null,
    courtShall: false,
    basis: [reading(129, 4), reading(132)],
  },
  DEFAULT_OR_WALK_OUT: {
    words: w('拒不到庭、中途退庭', 'default or walk-out'),
    addressee: SUPERVISORS,
    replyDays: null,
    courtShall: false,
    basis: [suit(66, 2)],
  },
  // the addressee handles it and tells the court, without a time to do so
  JUDGMENT_NOT_PERFORMED: {
    words: w('拒绝履行判决', 'judgment not performed'),
    addressee: SUPERVISORS,
    replyDays: null,
    courtShall: false,
    basis: [suit(96, undefined, 4)],
  },
  // goes to the maker of the document, who may be nobody's defendant: it can reach an office out of the blue
  NORMATIVE_DOCUMENT: {
    words: w('规范性文件不合法', 'normative document unlawful'),
    addressee: w('制定机关', 'maker of the document'),
    replyDays: 60,
    courtShall: false,
    basis: [reading(149)],
  },
} as const satisfies Record<string, Suggestion>;
export type SuggestionTrigger = keyof typeof SUGGESTIONS;
