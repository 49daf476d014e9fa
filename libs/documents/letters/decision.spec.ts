import { describe, expect, it } from 'vitest';
import { draftLetter, letterText, type LetterCase, type StepRecord } from '#documents';
import { RC_OUTCOMES, type RcOutcome } from '#law/reconsideration';
import { e } from '#test/fixtures/law/reconsideration';
import { caseWith, EVENTS, RECORDS } from '#test/fixtures/letters/worked-cases';

const LAW = '《中华人民共和国行政复议法》';
const BEFORE = EVENTS.DECISION.slice(0, -1);
const ITEMS = ['决定主文'];

function decided(outcome: RcOutcome, record: Partial<StepRecord> = {}, change: Partial<LetterCase> = {}) {
  const event = e('2026-04-24', { kind: 'DECIDE', outcome }, 'DECIDE');
  const records = { ...RECORDS, DECIDE: { ...RECORDS.DECIDE, cited: [], ...record } };
  return draftLetter('DECISION', caseWith([...BEFORE, event], { records, ...change }));
}

const text = (...args: Parameters<typeof decided>) => {
  const draft = decided(...args);
  return draft.ok ? letterText(draft.letter).join('\n') : draft.missing.map(one => one.source).join('\n');
};

describe('what a decision says of its result', () => {
  it.each<[RcOutcome, string, string]>([
    ['UPHOLD', '第六十八条', '维持青溪县市场监督管理局于2026年2月2日作出的《行政处罚决定书》'],
    ['DISMISS_CLAIM', '第六十九条', '驳回申请人的行政复议请求。'],
    ['REVOKE', '第六十四条第一款', '撤销青溪县市场监督管理局'],
    ['CONFIRM_ILLEGAL', '第六十五条第二款', '（青市监罚〔2026〕37号）违法。'],
    ['CONFIRM_ILLEGAL_KEEP', '第六十五条第一款', '违法，但不予撤销。'],
    ['CONFIRM_INVALID', '第六十七条', '无效。'],
  ])('%s is worded from the facts, under %s', (outcome, article, item) => {
    expect(text(outcome)).toContain(`依照${LAW}${article}的规定，决定如下：`);
    expect(text(outcome)).toContain(item);
  });

  it.each<[RcOutcome, string]>([
    ['CHANGE', '第六十三条第一款'],
    ['REVOKE_IN_PART', '第六十四条第一款'],
    ['ORDER_PERFORM', '第六十六条'],
    ['AGREEMENT_LIABILITY', '第七十一条第一款'],
    ['AGREEMENT_COMPENSATION', '第七十一条第二款'],
    ['COMPENSATION_GRANTED', '第七十二条第一款'],
    ['COMPENSATION_DENIED', '第七十二条第一款'],
    ['MIXED', '第六十一条第一款'],
  ])('%s needs its items written, under %s', (outcome, article) => {
    expect(text(outcome)).toBe('event:DECIDE.items');
    expect(text(outcome, { items: ITEMS })).toContain(`依照${LAW}${article}的规定，决定如下：\n决定主文。`);
  });

  it('every result of a decision is one of these', () => {
    const other = new Set(['MEDIATED', 'DISMISS_APPLICATION', 'TERMINATED', 'REFUSED', 'ABANDONED']);
    expect(Object.keys(RC_OUTCOMES).filter(one => !other.has(one))).toHaveLength(14);
  });

  it('items as worded go before those made from the facts', () => {
    expect(text('UPHOLD', { items: ['维持第一项', '其余撤销'] })).toContain(
      '一、维持第一项。\n二、其余撤销。',
    );
  });
});

describe('who may be sued after it (行政诉讼法 26)', () => {
  it.each<[RcOutcome, Partial<StepRecord>, string]>([
    ['UPHOLD', {}, '以青溪县市场监督管理局和本机关为共同被告'],
    ['DISMISS_CLAIM', {}, '以青溪县市场监督管理局和本机关为共同被告'],
    ['REVOKE', {}, '以本机关为被告'],
    ['CONFIRM_ILLEGAL', { procedureOnly: true }, '以青溪县市场监督管理局和本机关为共同被告'],
    ['CONFIRM_ILLEGAL', {}, '以本机关为被告'],
    ['COMPENSATION_DENIED', { items: ITEMS, mainOutcome: 'UPHOLD' }, '为共同被告'],
    ['MIXED', { items: ITEMS }, '为共同被告'],
  ])('%s %j: %s', (outcome, record, words) => expect(text(outcome, record)).toContain(words));

  it('26: the own act of a province may also go to the State Council', () => {
    const own = e('2026-03-26', { kind: 'CLASSIFY', ownAct: true });
    const asked = e('2026-03-31', { kind: 'ASK_COMMITTEE' });
    const answered = e('2026-04-02', { kind: 'COMMITTEE_OPINION' });
    const decide = EVENTS.DECISION.at(-1)!;
    const draft = draftLetter('DECISION', caseWith([...BEFORE, own, asked, answered, decide]));
    expect(draft.ok && letterText(draft.letter).join('')).toContain(
      `也可以依照${LAW}第二十六条的规定，向国务院申请裁决`,
    );
  });

  it('without a named court it is the competent one; without a third party only the applicant is told', () => {
    expect(text('UPHOLD', {}, { court: null, thirdParties: [] })).toMatch(
      /\n申请人对本决定不服的.*向有管辖权的人民法院提起行政诉讼/,
    );
  });
});

describe('a respondent who was silent (70)', () => {
  const silent = EVENTS.DECISION.filter(one => one.kind !== 'REPLY' && one.kind !== 'DECIDE');
  const records = { ...RECORDS, DECIDE: { ...RECORDS.DECIDE, respondentSays: null } };

  it('has said nothing, and the decision rests on that', () => {
    const decide = e('2026-04-24', { kind: 'DECIDE', outcome: 'REVOKE' }, 'DECIDE');
    const draft = draftLetter('DECISION', caseWith([...silent, decide], { records }));
    const all = draft.ok ? letterText(draft.letter).join('\n') : '';
    expect(all).toContain('被申请人未在法定期限内提出书面答复');
    expect(all).toContain(`${LAW}第七十条、第六十四条第一款的规定`);
  });

  it('while one who answered has to be heard in the text', () => {
    expect(text('REVOKE', { respondentSays: ' ' })).toBe('event:DECIDE.respondentSays');
  });
});
