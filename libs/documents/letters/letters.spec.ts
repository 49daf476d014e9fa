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

/** What a lawyer looks for in each letter, and where each fact has to come from. */
const EXPECTED: Record<LetterKind, { says: readonly string[]; from: readonly string[] }> = {
  ORAL_APPLICATION: {
    says: [
      `依照${LAW}第二十二条第三款的规定口头申请`,
      '时间：2026年3月2日9时10分',
      '撤销该行政处罚决定。',
      '申请人（签名、盖章或者按指印）：',
    ],
    from: ['event:RECEIVE.on', 'event:RECEIVE.time', 'event:RECEIVE.clerk', 'case.claims[0]', 'case.reasons'],
  },
  RECEIPT: {
    says: [
      '通过当面方式提交',
      '已于2026年3月2日收到',
      '三、行政处罚决定书复印件1份。',
      `${LAW}第三十条第一款`,
      '5个工作日内',
    ],
    from: ['case.receivedOn', 'event:RECEIVE.materials[2]', 'clock:RC-07.period', 'case.office.address'],
  },
  CORRECTION_NOTICE: {
    says: [
      `依照${LAW}第三十一条第一款的规定，请补正`,
      '自收到本通知书之日起10个工作日内',
      `依照${LAW}第三十一条第二款的规定，无正当理由逾期不补正的，视为你放弃`,
      '二、明确具体的行政复议请求。',
    ],
    from: ['event:NOTICE_CORRECTION.items[0]', 'clock:RC-10.period', 'law:RECONSIDERATION_LAW(2023).31.2'],
  },
  REFUSAL: {
    says: [
      `不符合${LAW}第三十条第一款第六项规定`,
      `依照${LAW}第三十条第二款的规定，决定如下`,
      '对林青提出的行政复议申请不予受理',
      '有管辖权的行政复议机关是青州市人民政府',
      '第四十五条的规定，自收到本决定书之日起15日内，以本机关为被告，向青州市中级人民法院',
      `${LAW}第三十五条`,
    ],
    from: [
      'event:REFUSE.ground',
      'event:REFUSE.reasons',
      'event:REFUSE.competentOrgan',
      'clock:RC-35.period',
      'case.court',
    ],
  },
  TOLD_WHERE_TO_GO: {
    says: ['不属于本机关管辖', '青州市人民政府', `${LAW}第三十条第二款`, `${LAW}第二十条第二款`],
    from: ['event:REFUSE.competentOrgan', 'case.receivedOn'],
  },
  ACCEPTANCE_NOTICE: {
    says: [
      '本机关已于2026年3月5日受理',
      '适用普通程序',
      '自受理之日起60日内',
      '期限至2026年5月6日届满',
      `${LAW}第六十二条第一款`,
    ],
    from: [
      'event:ACCEPT.on',
      'event:ACCEPT.procedure',
      'clock:RC-28.period',
      'clock:RC-28.due',
      'case.number',
    ],
  },
  REPLY_NOTICE: {
    says: [
      '发送你单位',
      `依照${LAW}第四十八条的规定，你单位应当自收到上述材料之日起10个工作日内`,
      `${LAW}第七十条`,
      `${LAW}第四十六条第一款`,
    ],
    from: ['clock:RS-01.period', 'event:ACCEPT.on', 'law:RECONSIDERATION_LAW(2023).70'],
  },
  THIRD_PARTY_NOTICE: {
    says: [
      '青溪县东市市场管理有限公司：',
      '通知你单位作为第三人',
      `${LAW}第十六条第一款`,
      `${LAW}第十六条第二款的规定，不影响`,
    ],
    from: ['case.thirdParties[0].name', 'event:ACCEPT.on'],
  },
  OPINIONS_RECORD: {
    says: [
      '方式：电话',
      `依照${LAW}第四十九条的规定`,
      '申请人：抽检程序没有通知我到场。',
      '记录人（签名）：',
    ],
    from: [
      'event:HEAR_OPINIONS.method',
      'event:HEAR_OPINIONS.statements[1].said',
      'event:HEAR_OPINIONS.officers[0]',
    ],
  },
  HEARING_NOTICE: {
    says: [
      '听证时间：2026年4月10日9时30分',
      '主持人陈礼，听证员周明、何静，记录员许言',
      `${LAW}第五十一条第一款`,
      `${LAW}第五十一条第二款的规定，视为你放弃听证权利`,
    ],
    from: [
      'event:SCHEDULE_HEARING.hearingOn',
      'event:SCHEDULE_HEARING.place',
      'event:SCHEDULE_HEARING.items[1]',
    ],
  },
  HEARING_RECORD: {
    says: ['被申请人负责人：高远，未到场，理由：参加防汛值守', `${LAW}第五十条第三款`, '主持人（签名）：'],
    from: ['event:HOLD_HEARING.host', 'event:HOLD_HEARING.attendance[1].reason'],
  },
  STOP_OF_EXECUTION: {
    says: [
      `依照${LAW}第四十二条第三项的规定，决定自2026年3月27日起`,
      '停止执行青溪县市场监督管理局于2026年2月2日作出的《行政处罚决定书》（青市监罚〔2026〕37号）',
    ],
    from: ['event:STOP_EXECUTION.ground', 'event:STOP_EXECUTION.on', 'case.act.number'],
  },
  SUSPENSION_NOTICE: {
    says: [
      '本案有“须以其他案件审理结果为依据”的情形',
      `${LAW}第三十九条第一款第八项`,
      '自2026年3月27日起中止审理',
    ],
    from: ['event:SUSPEND.ground', 'event:SUSPEND.on', 'event:SUSPEND.reasons'],
  },
  RESUMPTION_NOTICE: {
    says: [
      `依照${LAW}第三十九条第二款、第三款的规定，自2026年4月16日起恢复审理`,
      '于2026年3月27日中止审理',
      '审理期限顺延至2026年5月25日届满',
    ],
    from: ['event:RESUME.on', 'event:SUSPEND.on', 'clock:RC-28.due'],
  },
  EXTENSION_NOTICE: {
    says: [
      `依照${LAW}第六十二条第一款的规定，经行政复议机构负责人批准，本案审理期限延长30日，至2026年6月3日届满`,
    ],
    from: [
      'event:EXTEND_DECISION.days',
      'event:EXTEND_DECISION.approvedBy',
      'event:EXTEND_DECISION.reasons',
      'clock:RC-28.due',
    ],
  },
  CONVERSION_NOTICE: {
    says: [`依照${LAW}第五十五条的规定`, '自2026年3月24日起转为普通程序', '审理期限至2026年5月6日届满'],
    from: ['event:CONVERT.on', 'event:CONVERT.reasons', 'clock:RC-28.due'],
  },
  NORMATIVE_TRANSFER: {
    says: [
      '青州市商务局：',
      '申请人一并申请审查《青溪县农贸市场管理办法》（青政规〔2023〕4号）的第八条、第十二条',
      `${LAW}第五十六条`,
      `${LAW}第六十条的规定，自收到转送之日起60日内`,
    ],
    from: [
      'event:TRANSFER_NORMATIVE.addressee',
      'event:BEGIN_NORMATIVE_REVIEW.document.title',
      'clock:RC-27.period',
    ],
  },
  MAKER_NOTICE: {
    says: ['青溪县商务局：', `依照${LAW}第五十八条第一款的规定`, '自收到本通知书之日起10个工作日内'],
    from: ['event:BEGIN_NORMATIVE_REVIEW.document.maker', 'clock:RC-26.period'],
  },
  COMMITTEE_LETTER: {
    says: ['青溪县人民政府行政复议委员会：', `案情重大、疑难、复杂，依照${LAW}第五十二条第二款的规定`],
    from: ['event:CLASSIFY.major', 'event:ASK_COMMITTEE.items[0]'],
  },
  TERMINATION: {
    says: [
      `依照${LAW}第四十一条第一项的规定，决定如下`,
      '终止本案的行政复议。',
      `${LAW}第七十四条第二款的规定，申请人不得再以同一事实和理由`,
    ],
    from: ['event:TERMINATE.ground', 'event:TERMINATE.reasons'],
  },
  DISMISSAL: {
    says: [
      `不符合${LAW}第三十条第一款第二项`,
      `依照${LAW}第三十三条的规定`,
      '驳回林青的行政复议申请',
      '自收到本决定书之日起15日内，以本机关为被告',
    ],
    from: ['event:DISMISS.ground', 'event:DISMISS.reasons', 'law:suedAfter(DISMISS_APPLICATION)'],
  },
  DECISION: {
    says: [
      '申请人：林青，女，1986年出生，住青溪县河东路3号。',
      '本机关于2026年4月10日举行了听证',
      '被申请人称：抽检程序合法',
      `依照《中华人民共和国行政处罚法》第四十六条、${LAW}第六十四条第一款的规定，决定如下：`,
      '一、撤销青溪县市场监督管理局于2026年2月2日作出的《行政处罚决定书》（青市监罚〔2026〕37号）。',
      '二、责令被申请人自收到本决定书之日起30日内重新作出行政行为。',
      '申请人、第三人对本决定不服的，可以依照《中华人民共和国行政诉讼法》第四十五条的规定，自收到本决定书之日起15日内，以本机关为被告',
      `依照${LAW}第七十五条第二款的规定，本决定书一经送达，即发生法律效力`,
    ],
    from: [
      'event:DECIDE.outcome',
      'event:DECIDE.findings',
      'event:DECIDE.reasons',
      'event:DECIDE.evidence[1]',
      'event:DECIDE.remakeWithinDays',
      'event:HOLD_HEARING.on',
      'law:suedAfter(REVOKE)',
      'case.act.number',
    ],
  },
  MEDIATION_DOCUMENT: {
    says: [
      '一、被申请人将罚款数额变更为1000元。',
      `依照${LAW}第七十三条第一款的规定`,
      '被申请人（签章）：',
      '第三人（签字或者签章）：',
    ],
    from: ['event:MEDIATE.items[0]', 'event:MEDIATE.findings'],
  },
  OPINION_LETTER: {
    says: [
      '青溪县市场监督管理局：',
      `依照${LAW}第七十六条的规定，现提出如下意见`,
      '自收到本意见书之日起60日内',
    ],
    from: ['event:OPINION_LETTER.items[0]', 'event:OPINION_LETTER.advice[1]', 'clock:RC-38.period'],
  },
  RECOMMENDATION: {
    says: ['《中华人民共和国行政复议法实施条例》第五十七条第二款', '青溪县人民政府行政复议办公室'],
    from: ['case.recommendation.to', 'case.recommendation.problems[0]', 'case.recommendation.advice[0]'],
  },
  PERFORMANCE_ORDER: {
    says: [
      `依照${LAW}第七十七条第二款的规定，现责令你单位于2026年6月30日前（含当日）`,
      '《行政复议决定书》（青政复〔2026〕12号）已经发生法律效力',
    ],
    from: ['event:ORDER_PERFORMANCE.until', 'event:ORDER_PERFORMANCE.reasons', 'letter:DECISION.number'],
  },
  COPY_LETTER: {
    says: [
      '青州市市场监督管理局：',
      '已于2026年4月28日送达',
      `${LAW}第七十九条第二款`,
      '《行政复议意见书》（青政复意字〔2026〕2号）',
    ],
    from: ['case.respondent.superior', 'event:SERVE.on', 'letter:OPINION_LETTER.number'],
  },
  SERVICE_RECEIPT: {
    says: [
      '送达文书名称、文号：《行政复议决定书》（青政复〔2026〕12号）',
      '受送达人：林青',
      '《中华人民共和国民事诉讼法》第八十七条',
    ],
    from: ['letter.served.letters[0].number', 'letter.served.place', 'case.applicants[0].name'],
  },
};

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
