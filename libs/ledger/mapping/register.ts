import type { Register } from '#codes';
import { squeeze } from '../values/text.ts';
import type { HeaderBlock } from './headerBlock.ts';
import { assign, scoreHeader } from './score.ts';
import type { TargetName } from './targets.ts';

export interface DetectedRegister {
  register: Register;
  from: 'SHEET_NAME' | 'TITLE' | 'FILE_NAME' | 'HEADER';
}

/**
 * The registers a text names; several when it stays open (行政复议、应诉案件台账). 行政复议应诉 can mean answering
 * a reconsideration or both subjects, so the headers decide.
 */
export function registersIn(raw: string): Register[] {
  const text = squeeze(raw);
  const found = new Set<Register>();
  // a ledger of both kinds stays open for each row's own nature
  const civil = /民事/.test(text) && !/行政(?:应诉|诉讼|案件|[、和及与,]|民事)/.test(text);
  if (civil) found.add('CIVIL_LITIGATION');
  if (/调解|调处/.test(text) && !/复议|应诉|诉讼/.test(text)) found.add('MEDIATION');
  const asRespondent = /被申请人|被复议|复议答复|答复复议|复议应诉/.test(text);
  if (asRespondent) found.add('RECONSIDERATION_RESPONSE');
  else if (/复议/.test(text)) found.add('RECONSIDERATION');
  const litigation = /应诉|诉讼|出庭|行政案件|行诉/.test(text.replace(/复议应诉\(?作为被申请人/, ''));
  if (litigation && !civil) found.add('LITIGATION');
  return [...found];
}

/** Targets that only one kind of register has; their columns tell the kinds apart. */
const TELLING: Record<'R' | 'L' | 'M', readonly TargetName[]> = {
  R: ['APPLICANT', 'RESPONDENT', 'RESPONDENT_LEVEL', 'ACCEPTED', 'AUTHORITY', 'HEARD', 'MATTER'],
  L: [
    'COURT',
    'PLAINTIFF',
    'DEFENDANT',
    'INSTANCE',
    'HEARING_ON',
    'HEAD_APPEARED',
    'HEAD_NAME',
    'AFTER_RECONSIDERATION',
  ],
  M: ['MEDIATOR', 'PARTIES', 'DISPUTE_TYPE', 'SUCCEEDED', 'AGREEMENT_FORM', 'AMOUNT'],
};
const KIND_OF: Record<Register, keyof typeof TELLING> = {
  RECONSIDERATION: 'R',
  RECONSIDERATION_RESPONSE: 'R',
  LITIGATION: 'L',
  CIVIL_LITIGATION: 'L',
  MEDIATION: 'M',
};
const FIRST_OF: Record<keyof typeof TELLING, Register> = {
  R: 'RECONSIDERATION',
  L: 'LITIGATION',
  M: 'MEDIATION',
};

/**
 * Whether the columns carry a register at all: someone who takes part, and a day or a number. A table of totals
 * (类别 | 受理 | 维持 | 撤销) is none.
 */
export function carries(block: HeaderBlock, register: Register): boolean {
  const targets = new Set(assign(block.columns.map(scoreHeader), register, 0.5).map(a => a.target));
  const someone = (
    ['APPLICANT', 'RESPONDENT', 'PLAINTIFF', 'DEFENDANT', 'COURT', 'PARTIES', 'MEDIATOR'] as const
  ).some(t => targets.has(t));
  const when = (['RECEIVED_ON', 'ACCEPTED_ON', 'CLOSED_ON', 'CASE_NUMBER'] as const).some(t =>
    targets.has(t),
  );
  return someone && when && targets.size >= 3;
}

/** The register of a sheet by its name, title, file name and, where these are silent or open, its headers. */
export function detectRegister(
  block: HeaderBlock,
  texts: { sheet: string; title: string | null; file: string },
): DetectedRegister | null {
  const sources = [
    ['SHEET_NAME', texts.sheet],
    ['TITLE', texts.title ?? ''],
    ['FILE_NAME', texts.file],
  ] as const;
  const sums = telling(block);
  const kind = clearest(sums);
  for (const [from, text] of sources) {
    const named = registersIn(text);
    // a name that says one register stands as long as a single column speaks for it
    const speaksFor = (register: Register) => named.length === 1 && sums[KIND_OF[register]] > 0;
    const fitting = named.filter(one => kind === null || KIND_OF[one] === kind || speaksFor(one));
    const register = fitting.length === 1 || named.length === 1 ? (fitting[0] ?? null) : null;
    if (register && carries(block, register)) return { register, from };
  }
  if (kind === null) return null;
  const register = FIRST_OF[kind];
  return carries(block, register) ? { register, from: 'HEADER' } : null;
}

type KindSums = Record<keyof typeof TELLING, number>;

/** How much the columns speak for each kind of register. */
function telling(block: HeaderBlock): KindSums {
  const scores = block.columns.map(scoreHeader);
  const sumOf = (kind: keyof typeof TELLING) =>
    assign(scores, FIRST_OF[kind], 0.5)
      .filter(one => TELLING[kind].includes(one.target))
      .reduce((total, one) => total + one.score, 0);
  return { R: sumOf('R'), L: sumOf('L'), M: sumOf('M') };
}

function clearest(sums: KindSums): keyof typeof TELLING | null {
  const [first, second] = (Object.entries(sums) as [keyof typeof TELLING, number][]).sort(
    (a, b) => b[1] - a[1],
  );
  return first && second && first[1] >= second[1] + 0.2 ? first[0] : null;
}
