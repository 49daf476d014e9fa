import { describe, expect, it } from 'vitest';
import { draftLetter, LETTER_KINDS, type LetterCase, type LetterKind } from '#documents';
import { calendarDate as d } from '#law/calendar';
import { caseFor, caseWith, EVENTS, RECORDS } from '#test/fixtures/letters/worked-cases';

const KINDS = Object.keys(LETTER_KINDS) as LetterKind[];

const missingIn = (kind: LetterKind, c: LetterCase) => {
  const draft = draftLetter(kind, c);
  return draft.ok ? [] : draft.missing;
};
const sources = (kind: LetterKind, c: LetterCase) => missingIn(kind, c).map(one => one.source);

const whomFor = (change: Partial<LetterCase>) =>
  sources('ENFORCEMENT_APPLICATION', caseFor('ENFORCEMENT_APPLICATION', change));

/** What each letter cannot do without, of the record of its step. */
const OF_THE_RECORD: readonly (readonly [LetterKind, string, readonly string[]])[] = [
  ['ORAL_APPLICATION', 'RECEIVE', ['time', 'place', 'officers', 'clerk']],
  ['RECEIPT', 'RECEIVE', ['method', 'materials']],
  ['CORRECTION_NOTICE', 'NOTICE_CORRECTION', ['items']],
  ['REFUSAL', 'REFUSE', ['reasons']],
  ['OPINIONS_RECORD', 'HEAR_OPINIONS', ['time', 'method', 'officers', 'clerk', 'statements']],
  ['HEARING_NOTICE', 'SCHEDULE_HEARING', ['time', 'place', 'items', 'host', 'officers', 'clerk']],
  [
    'HEARING_RECORD',
    'HOLD_HEARING',
    ['time', 'place', 'host', 'officers', 'clerk', 'attendance', 'statements'],
  ],
  ['EXTENSION_NOTICE', 'EXTEND_DECISION', ['reasons']],
  ['CONVERSION_NOTICE', 'CONVERT', ['reasons']],
  ['NORMATIVE_TRANSFER', 'TRANSFER_NORMATIVE', ['addressee']],
  ['NORMATIVE_TRANSFER', 'BEGIN_NORMATIVE_REVIEW', ['document.title', 'document.articles']],
  ['MAKER_NOTICE', 'BEGIN_NORMATIVE_REVIEW', ['document.maker', 'document.title', 'document.articles']],
  ['COMMITTEE_LETTER', 'ASK_COMMITTEE', ['addressee', 'items']],
  ['TERMINATION', 'TERMINATE', ['reasons']],
  ['DISMISSAL', 'DISMISS', ['reasons']],
  ['DECISION', 'DECIDE', ['respondentSays', 'findings', 'reasons']],
  ['MEDIATION_DOCUMENT', 'MEDIATE', ['findings', 'items']],
  ['OPINION_LETTER', 'OPINION_LETTER', ['items', 'advice']],
  ['PERFORMANCE_ORDER', 'ORDER_PERFORMANCE', ['reasons', 'items']],
  ['ENFORCEMENT_APPLICATION', 'APPLY_ENFORCEMENT', ['items', 'performed', 'opinion', 'materials']],
  ['ENFORCEMENT_APPLICATION', 'DECIDE', ['findings', 'reasons']],
];

describe('a letter is no letter while facts are missing', () => {
  it.each(OF_THE_RECORD)('%s names what %s did not record: %j', (kind, step, names) => {
    const c = caseFor(kind, { records: { ...RECORDS, [step]: {} } });
    expect(sources(kind, c)).toEqual(names.map(name => `event:${step}.${name}`));
  });

  it.each(KINDS.filter(kind => !['RECOMMENDATION', 'SERVICE_RECEIPT'].includes(kind)))(
    '%s names the step that has not been taken',
    kind => {
      const c = { ...caseFor(kind), facts: { ...caseFor(kind).facts, history: [] } };
      const first = missingIn(kind, c).find(one => one.source.startsWith('event:'));
      expect(first?.source).toMatch(/^event:[A-Z_]+$/);
      expect(first?.suppliedBy.zh).toBe(first?.what.zh);
      expect(first?.what.zh).toMatch(/\p{Script=Han}/u);
    },
  );

  it.each<[LetterKind, string, Partial<LetterCase>]>([
    ['ACCEPTANCE_NOTICE', 'case.number', { number: ' ' }],
    ['ACCEPTANCE_NOTICE', 'case.receivedOn', { receivedOn: null }],
    ['ACCEPTANCE_NOTICE', 'clock:RC-28.due', { dues: {} }],
    ['EXTENSION_NOTICE', 'clock:RC-28.due', { dues: { 'RC-28': null } }],
    ['RECEIPT', 'case.applicants', { applicants: [] }],
    ['DECISION', 'case.claims', { claims: [] }],
    ['DECISION', 'case.reasons', { reasons: null }],
    ['THIRD_PARTY_NOTICE', 'case.thirdParties', { thirdParties: [] }],
    [
      'RECOMMENDATION',
      'case.recommendation.problems',
      { recommendation: { to: '甲', problems: [], advice: ['乙'] } },
    ],
    ['COPY_LETTER', 'letter:DECISION.number', { issued: [] }],
    ['PERFORMANCE_ORDER', 'letter:DECISION.number', { issued: [{ kind: 'DECISION', on: d('2026-04-24') }] }],
    ['ENFORCEMENT_APPLICATION', 'case.organ.address', { organ: { name: '青溪县人民政府' } }],
    ['ENFORCEMENT_APPLICATION', 'clock:RC-35.due', { dues: {} }],
    ['RECEIPT', 'case.office.address', { office: { name: '某办公室' } }],
    ['REPLY_NOTICE', 'case.act.name', { act: { name: '' } }],
  ])('%s without %s', (kind, source, change) => {
    expect(sources(kind, caseFor(kind, change))).toEqual([source]);
  });

  it('the number, the day and somebody to write to belong to the letter', () => {
    const c = caseFor('EXTENSION_NOTICE', { letter: { to: { role: 'THIRD_PARTY', at: 4 } } });
    expect(sources('EXTENSION_NOTICE', c)).toEqual(['letter.number', 'letter.to', 'letter.on']);
    const wrong = caseFor('RECEIPT', {
      letter: { ...caseFor('RECEIPT').letter, to: { role: 'RESPONDENT' } },
    });
    expect(sources('RECEIPT', wrong)).toEqual(['letter.to']);
  });

  it('tells in both languages what is missing and who has it', () => {
    const [one] = missingIn('EXTENSION_NOTICE', caseFor('EXTENSION_NOTICE', { records: {} }));
    expect(one).toEqual({
      source: 'event:EXTEND_DECISION.reasons',
      what: { zh: '情况复杂的理由', en: 'why it is complex' },
      suppliedBy: { zh: '延长审理期限', en: 'extend the decision period' },
    });
  });

  it('a letter the governing text does not know is not written', () => {
    const c = caseFor('CONVERSION_NOTICE', { governing: d('2023-11-01') });
    expect(missingIn('CONVERSION_NOTICE', c)[0]?.what.zh).toBe(
      '适用于本案的法律文本没有“转为普通程序”的规定',
    );
    const copy = caseFor('COPY_LETTER', { governing: d('2023-11-01') });
    expect(sources('COPY_LETTER', copy)).toEqual(['law:COPY_TO_SUPERIOR@2023-11-01']);
  });

  it('a third party is told under the text that governs the case, also an older one', () => {
    const c = caseFor('THIRD_PARTY_NOTICE', { governing: d('2023-11-01') });
    expect(sources('THIRD_PARTY_NOTICE', c)).toEqual([]);
  });

  it('78: what was upheld, the organ that acted has enforced', () => {
    const c = caseFor('ENFORCEMENT_APPLICATION');
    const history = c.facts.history.map(one =>
      one.kind === 'DECIDE' ? { ...one, outcome: 'UPHOLD' as const } : one,
    );
    const [one, ...more] = missingIn('ENFORCEMENT_APPLICATION', { ...c, facts: { ...c.facts, history } });
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      source: 'event:DECIDE.outcome',
      what: { zh: '由复议机关申请强制执行的决定(维持的,由作出行政行为的行政机关申请)' },
    });
  });

  it('78: it is directed against those the step names, and a letter cannot name others', () => {
    const { letter } = caseFor('ENFORCEMENT_APPLICATION');
    expect(whomFor({ letter: { ...letter, to: { role: 'RESPONDENT' } } })).toEqual(['letter.to']);
    expect(whomFor({ letter: { ...letter, to: { role: 'APPLICANT', at: 4 } } })).toEqual(['letter.to']);
    expect(whomFor({ applicants: [] })).toEqual(['case.applicants']);
  });

  it('art. 49: a party that could not be heard needs the reason instead of its words', () => {
    const events = EVENTS.OPINIONS_RECORD.map(one =>
      one.kind === 'HEAR_OPINIONS' ? { ...one, partyIsTheCause: true } : one,
    );
    const records = { ...RECORDS, HEAR_OPINIONS: { method: '电话', officers: ['周明'], clerk: '许言' } };
    const c = caseWith(events, { records });
    expect(sources('OPINIONS_RECORD', c)).toEqual(['event:HEAR_OPINIONS.reasons']);
  });
});
