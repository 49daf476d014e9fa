import { w } from '#law/statute';
import { caseNumber, LETTER_FORM, REGISTERED } from './facts.ts';
import type { Block, Field, MissingFact, Part } from './letter.ts';
import type { LetterCase, LetterParty, PartyRole } from './letter-case.ts';
import { dayText, joined, maybe, need, para } from './runs.ts';

const ROLE_WORDS = {
  APPLICANT: w('申请人', 'applicant'),
  RESPONDENT: w('被申请人', 'respondent'),
  THIRD_PARTY: w('第三人', 'third party'),
} as const;

interface Placed {
  readonly party: LetterParty;
  readonly source: string;
}

function partiesOf(c: LetterCase, role: PartyRole): readonly Placed[] {
  if (role === 'RESPONDENT') return [{ party: c.respondent, source: 'case.respondent' }];
  const list = role === 'APPLICANT' ? c.applicants : (c.thirdParties ?? []);
  const name = role === 'APPLICANT' ? 'applicants' : 'thirdParties';
  return list.map((party, at) => ({ party, source: `case.${name}[${at}]` }));
}

function nameOf({ party, source }: Placed, role: PartyRole): Field | MissingFact {
  return need(party.name, `${source}.name`, ROLE_WORDS[role], REGISTERED);
}

/** All names, or the missing party. */
export function names(c: LetterCase, role: PartyRole): Part {
  const all = partiesOf(c, role);
  if (all.length === 0)
    return need(
      null,
      role === 'APPLICANT' ? 'case.applicants' : 'case.thirdParties',
      ROLE_WORDS[role],
      REGISTERED,
    );
  return joined(
    all.map(one => nameOf(one, role)),
    '、',
  );
}

/** 送达地址 of the one it goes to; null where it goes to several, or none was told. */
export function addressForService(c: LetterCase, role: PartyRole): Field | null {
  const all = partiesOf(c, c.letter.to?.role ?? role);
  const [one, ...others] =
    c.letter.to?.at === undefined ? all : all.slice(c.letter.to.at, c.letter.to.at + 1);
  if (!one || others.length > 0 || !one.party.address) return null;
  return { value: one.party.address, source: `${one.source}.address` };
}

/** In a sentence more than three names hide what it says. */
export function namesInShort(c: LetterCase): Part {
  const [first] = partiesOf(c, 'APPLICANT');
  const count = c.applicants.length;
  if (!first || count <= 3) return names(c, 'APPLICANT');
  return [nameOf(first, 'APPLICANT'), '等', { value: String(count), source: 'case.applicants.length' }, '人'];
}

/** Who gets the letter, and the word it speaks to them with. */
export interface Addressed {
  readonly role: PartyRole;
  readonly name: Part;
  readonly you: string;
}

/** The role and party asked for, if the letter may go there; the first role is what it goes to without being asked. */
export function addressed(c: LetterCase, ...roles: readonly [PartyRole, ...PartyRole[]]): Addressed {
  const { to } = c.letter;
  const role = to?.role ?? roles[0];
  const all = partiesOf(c, role);
  const chosen = to?.at === undefined ? all : all.slice(to.at, to.at + 1);
  // nobody at all is a matter of the case, somebody else's place a matter of the letter
  if (all.length === 0) return { role, name: names(c, role), you: '你' };
  if (!roles.includes(role) || chosen.length === 0) {
    const what = w('本文书的受文人', 'somebody this letter may go to');
    return { role, name: need(null, 'letter.to', what, LETTER_FORM), you: '你' };
  }
  return {
    role,
    name: joined(
      chosen.map(one => nameOf(one, role)),
      '、',
    ),
    you: youOf(chosen.map(one => one.party)),
  };
}

function youOf(parties: readonly LetterParty[]): string {
  const several = parties.length > 1;
  if (parties.every(party => party.organisation)) return several ? '各单位' : '你单位';
  return several ? '你们' : '你';
}

/** The head of a decision: who is who. */
export function partyLines(
  c: LetterCase,
  roles: readonly PartyRole[] = ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
): Block<Part>[] {
  const lines = roles.flatMap(role => partiesOf(c, role).flatMap(one => partyBlocks(role, one)));
  const missing = c.applicants.length === 0 ? [para(names(c, 'APPLICANT'))] : [];
  const representatives = maybe(c.representatives?.join('、'), 'case.representatives', all => [
    '申请人代表人：',
    all,
    '。',
  ]);
  return [...missing, ...lines, para(representatives)];
}

/** Those of a role whom enforcement is directed against: all, or the one the letter names. */
export function enforcedLines(c: LetterCase, role: PartyRole): Block<Part>[] {
  const { at } = c.letter.to ?? {};
  const all = partiesOf(c, role);
  const chosen = at === undefined ? all : all.slice(at, at + 1);
  return chosen.flatMap(one => partyBlocks(role, one, `被申请执行人（${ROLE_WORDS[role].zh}）：`));
}

function partyBlocks(role: PartyRole, one: Placed, label = `${ROLE_WORDS[role].zh}：`): Block<Part>[] {
  const { party, source } = one;
  return [
    para(
      label,
      nameOf(one, role),
      maybe(party.details, `${source}.details`, details => ['，', details]),
      maybe(party.address, `${source}.address`, address => [
        party.organisation ? '，住所地：' : '，住',
        address,
      ]),
      '。',
    ),
    para(
      maybe(party.head, `${source}.head`, head => [
        role === 'RESPONDENT' ? '负责人：' : '法定代表人（负责人）：',
        head,
        '。',
      ]),
    ),
    para(maybe(party.agents?.join('、'), `${source}.agents`, agents => ['委托代理人：', agents, '。'])),
  ];
}

/** The act as a paper with its number, as an act without paper, or as the duty that was not performed. */
export function theAct({ act }: LetterCase): Part {
  const name = need(act.name, 'case.act.name', w('行政行为名称', 'name of the act'), REGISTERED);
  const on = maybe(act.on && dayText(act.on), 'case.act.on', day => ['于', day]);
  const number = maybe(act.number, 'case.act.number', one => one);
  if (number === null) return [on, '作出的', name];
  return [on, '作出的《', name, '》（', number, '）'];
}

/** 张某不服某局于某日作出的《…》（…号）: the case in half a sentence. */
export const matter = (c: LetterCase): Part => against(c, namesInShort(c));

/** The case under its name and number: what most letters begin with. */
export const theCase = (c: LetterCase): Part => [matter(c), '申请行政复议一案（案号：', caseNumber(c), '）'];

/** The same, spoken to the applicant. */
export const yourMatter = (c: LetterCase, you: string): Part => against(c, you);

function against(c: LetterCase, who: Part): Part {
  const respondent = names(c, 'RESPONDENT');
  if (!c.act.inaction) return [who, '不服', respondent, theAct(c)];
  const duty = need(c.act.name, 'case.act.name', w('法定职责', 'the duty'), REGISTERED);
  return [who, '认为', respondent, '未履行', duty, '的法定职责'];
}
