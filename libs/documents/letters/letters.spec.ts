import { describe, expect, it } from 'vitest';
import {
  draftLetter,
  fieldsOf,
  LETTER_KINDS,
  letterText,
  type Letter,
  type LetterCase,
  type LetterKind,
} from '#documents';
import { calendarDate as d } from '#law/calendar';
import { caseFor, caseWith, EVENTS, RECORDS } from '#test/fixtures/letters/worked-cases';
import { e } from '#test/fixtures/law/reconsideration';
import { EXPECTED } from '#test/fixtures/letters/expected';

const KINDS = Object.keys(LETTER_KINDS) as LetterKind[];
const LAW = '《中华人民共和国行政复议法》';

function letterOf(kind: LetterKind, change: Partial<LetterCase> = {}): Letter {
  return whole(kind, caseFor(kind, change));
}

function whole(kind: LetterKind, c: LetterCase): Letter {
  const draft = draftLetter(kind, c);
  if (!draft.ok) throw new Error(`${kind}: missing ${draft.missing.map(one => one.source).join(', ')}`);
  return draft.letter;
}

const textOf = (kind: LetterKind, change: Partial<LetterCase> = {}) =>
  letterText(letterOf(kind, change)).join('\n');

describe('every letter of the reconsideration organ', () => {
  it.each(KINDS)('%s says what a lawyer looks for', kind => {
    const text = textOf(kind);
    for (const sentence of EXPECTED[kind].says) expect(text).toContain(sentence);
  });

  it.each(KINDS)('%s tells where its facts come from', kind => {
    const sources = fieldsOf(letterOf(kind)).map(one => one.source);
    expect(sources).toEqual(expect.arrayContaining([...EXPECTED[kind].from]));
    const place = /^(case|event|clock|law|letter)[.:]/;
    expect(sources.filter(one => !place.test(one))).toEqual([]);
  });

  it.each(KINDS)('%s has no hole, no double stop and no half-width sign in its sentences', kind => {
    const lines = letterText(letterOf(kind));
    expect(lines.filter(one => /undefined|null|NaN|。。|，，|，。|：。|[,;()]/.test(one))).toEqual([]);
    expect(lines.filter(one => one.endsWith('，'))).toEqual([]);
  });

  it.each(KINDS)('%s has head and foot as its kind wants them', kind => {
    const { issuedBy, words, code } = LETTER_KINDS[kind];
    const letter = letterOf(kind);
    expect([letter.title, letter.code]).toEqual([words.zh, code]);
    const head = { ORGAN: ['青溪县人民政府'], OFFICE: ['青溪县人民政府行政复议办公室'], SIGNED_BY_HAND: [] };
    const names = letter.signer.map(run => (typeof run === 'string' ? run : run.value));
    expect(names).toEqual(head[issuedBy]);
    expect(letter.date.length).toBe(issuedBy === 'SIGNED_BY_HAND' ? 0 : 1);
  });
});

describe('what a letter says depends on the case', () => {
  it('30(3): silence accepted, and the notice says since when', () => {
    const c = caseWith([EVENTS.RECEIPT[0]!], {}, '2026-03-11');
    expect(letterText(whole('ACCEPTANCE_NOTICE', c)).join('')).toContain(
      `该申请的审查期限届满，本机关未决定不予受理，依照${LAW}第三十条第三款的规定，自2026年3月9日起视为受理`,
    );
  });

  it('the simplified procedure has its own times: 30 days, and 5 working days for the reply', () => {
    const events = EVENTS.CONVERSION_NOTICE.slice(0, 2);
    expect(letterText(whole('ACCEPTANCE_NOTICE', caseWith(events, {}, '2026-03-05'))).join('')).toMatch(
      /简易程序.*第六十二条第二款的规定，本机关应当自受理之日起30日内.*2026年4月7日届满/,
    );
    expect(letterText(whole('REPLY_NOTICE', caseWith(events, {}, '2026-03-05'))).join('')).toContain(
      `依照${LAW}第五十四条第一款的规定，你单位应当自收到上述材料之日起5个工作日内`,
    );
  });

  it('51(3): the notice tells the respondent that its head has to come', () => {
    const { letter } = caseFor('HEARING_NOTICE');
    expect(textOf('HEARING_NOTICE', { letter: { ...letter, to: { role: 'RESPONDENT' } } })).toContain(
      `依照${LAW}第五十一条第三款的规定，你单位负责人应当参加听证`,
    );
  });

  it('42, 41(5): only three grounds warn of termination after sixty days', () => {
    const died = e('2026-03-27', { kind: 'SUSPEND', ground: 'APPLICANT_DIED' }, 'SUSPEND');
    const events = [...EVENTS.OPINIONS_RECORD, died];
    expect(letterText(whole('SUSPENSION_NOTICE', caseWith(events, {}, '2026-03-27'))).join('')).toContain(
      `中止满六十日，中止的原因仍未消除的，本机关将依照${LAW}第四十一条第五项`,
    );
    expect(textOf('SUSPENSION_NOTICE')).not.toContain('六十日');
  });

  it('of several suspensions the one asked for is told', () => {
    const again = e('2026-04-20', { kind: 'SUSPEND', ground: 'FORCE_MAJEURE' }, 'again');
    const c = caseWith([...EVENTS.RESUMPTION_NOTICE, again], {}, '2026-04-21');
    const about = (id: string) =>
      letterText(whole('SUSPENSION_NOTICE', { ...c, letter: { ...c.letter, about: id } })).join('');
    expect(about('SUSPEND')).toContain('自2026年3月27日起中止');
    expect(about('again')).toContain('自2026年4月20日起中止');
  });

  it('several applicants are 你们, an organisation is 你单位, many are shortened', () => {
    const [one] = caseFor('RECEIPT').applicants;
    const many = ['甲', '乙', '丙', '丁'].map(name => ({ ...one!, name }));
    expect(textOf('RECEIPT', { applicants: many })).toMatch(/甲、乙、丙、丁：\n你们不服/);
    expect(textOf('RECEIPT', { applicants: [{ name: '某公司', organisation: true }] })).toContain(
      '你单位不服',
    );
    expect(textOf('HEARING_NOTICE', { applicants: many })).toContain('甲等4人不服');
  });

  it('inaction is no act on paper', () => {
    const act = { name: '查处违法建设', inaction: true };
    expect(textOf('REPLY_NOTICE', { act })).toContain(
      '林青认为青溪县市场监督管理局未履行查处违法建设的法定职责',
    );
    expect(textOf('STOP_OF_EXECUTION', { act: { name: '强制拆除行为' } })).toContain('作出的强制拆除行为');
  });

  it('78(3): what was mediated is enforced from its signatures on, with no limit of suit', () => {
    const events = [
      ...EVENTS.MEDIATION_DOCUMENT,
      e(
        '2026-06-08',
        {
          kind: 'APPLY_ENFORCEMENT',
          against: 'THIRD_PARTY',
          court: '青溪县人民法院',
          exhortationServedOn: d('2026-05-18'),
        },
        'APPLY_ENFORCEMENT',
      ),
    ];
    const { letter } = caseFor('ENFORCEMENT_APPLICATION');
    const issued = [
      { kind: 'MEDIATION_DOCUMENT', number: '青政复调字〔2026〕5号', on: d('2026-04-20') },
    ] as const;
    const text = letterText(
      whole('ENFORCEMENT_APPLICATION', caseWith(events, { letter, issued }, '2026-06-08')),
    ).join('');
    expect(text).toContain(
      '《行政复议调解书》（青政复调字〔2026〕5号），已于2026年4月20日经各方当事人签字或者签章并加盖本机关印章，发生法律效力。',
    );
    expect(text).toContain('被申请执行人（第三人）：青溪县东市市场管理有限公司');
    expect(text).toContain('调解书认定的事实：申请人已经整改');
    expect(text).toContain(
      `依照${LAW}第七十八条第三项、《中华人民共和国行政强制法》第五十四条、第五十五条的规定`,
    );
    expect(text).not.toContain('起诉期限');
  });

  it('of several applicants the one that does not perform is named', () => {
    const [one] = caseFor('RECEIPT').applicants;
    const applicants = [one!, { ...one!, name: '乙' }];
    const { letter } = caseFor('ENFORCEMENT_APPLICATION');
    const text = textOf('ENFORCEMENT_APPLICATION', {
      applicants,
      letter: { ...letter, to: { role: 'APPLICANT', at: 1 } },
    });
    expect(text).toContain('被申请执行人（申请人）：乙');
    expect(text).not.toContain('被申请执行人（申请人）：林青');
  });

  it('a case under the law of 2017 cites that text and names it', () => {
    const notice = e(
      '2023-11-03',
      { kind: 'NOTICE_CORRECTION', until: d('2023-11-20') },
      'NOTICE_CORRECTION',
    );
    const events = [e('2023-11-01', { kind: 'RECEIVE' }, 'RECEIVE'), notice];
    const c = caseWith(events, { governing: d('2023-11-01'), records: RECORDS }, '2023-11-03');
    const text = letterText(whole('CORRECTION_NOTICE', c)).join('');
    expect(text).toContain('依照《中华人民共和国行政复议法实施条例》第二十九条的规定，请补正');
    expect(text).toContain('请于2023年11月20日前将补正材料提交');
    const refused = e('2023-11-03', { kind: 'REFUSE', ground: 'OUT_OF_TIME' }, 'REFUSE');
    const old = caseWith([events[0]!, refused], { governing: d('2023-11-01') }, '2023-11-03');
    expect(letterText(whole('REFUSAL', old)).join('')).toContain(
      '依照《中华人民共和国行政复议法》（2017年文本）第十七条第一款的规定，决定如下',
    );
  });
});
