import { last } from '#law/procedure';
import { ENFORCEMENT_BASES, isChangedHere, outcomeBasis, RC_35 } from '#law/reconsideration';
import { w } from '#law/statute';
import { due, LETTER_FORM, ORGAN_FORM, organName, step, stepName, type StepFacts } from '../facts.ts';
import { cited, under } from '../legal.ts';
import type { Block, LetterBody, MissingFact, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { LETTER_KINDS } from '../letter-kind.ts';
import { addressed, enforcedLines } from '../parties.ts';
import { dayText, field, maybe, need, numbered, para, paragraphs, sentence, sign } from '../runs.ts';
import { paperInForce } from './paper-in-force.ts';

type Applying = StepFacts<'APPLY_ENFORCEMENT'>;

/** 强制执行申请书: what 强制法 55 wants the court to be told; addressed to the court (复议法 78(2)(3)). */
export function enforcementApplication(c: LetterCase): LetterBody {
  const applying = step(c, 'APPLY_ENFORCEMENT');
  const { event, record, tell, tellAll, source } = applying;
  const mediated = last(c.facts, 'MEDIATE') !== undefined;
  return {
    to: tell(event?.court, 'court', w('受理申请的人民法院', 'court')),
    blocks: [
      ...theParties(c, applying),
      paper(c, mediated),
      para('申请事项：请求强制执行上述文书确定的下列义务：'),
      ...numbered(tellAll(record.items, 'items', w('申请执行的事项', 'what is to be enforced'))),
      para(
        maybe(event?.amountYuan?.toString(), source('amountYuan'), yuan => [
          '申请执行的金额：人民币',
          yuan,
          '元。',
        ]),
      ),
      ...paragraphs(
        '执行标的情况：',
        maybe(record.target, source('target'), one => one),
      ),
      ...(mediated ? whyMediated(c) : whyDecided(c)),
      ...paragraphs(
        '履行情况：',
        tell(record.performed, 'performed', w('履行情况', 'what was performed and what not')),
      ),
      exhortation(c, applying),
      ...paragraphs(
        '当事人的意见：',
        tell(record.opinion, 'opinion', w('当事人的意见', 'what the party says')),
      ),
      para('综上，依照', grounds(c, mediated), '的规定，特此申请。'),
      para('随附材料：'),
      ...numbered([paperInForce(c), ...tellAll(record.materials, 'materials', w('随附材料', 'enclosures'))]),
      sign('行政机关负责人（签名）：'),
    ],
  };
}

/** The organ, and whom it is directed against: an applicant or a third party, never the respondent (77). */
function theParties(c: LetterCase, { event, tell }: Applying): Block<Part>[] {
  const organ = para(
    '申请执行人：',
    organName(c),
    '，住所地：',
    need(c.organ.address, 'case.organ.address', w('地址', 'address'), ORGAN_FORM),
    '。',
  );
  if (!event?.against) return [organ, para(tell(null, 'against', w('被申请执行人', 'against whom')))];
  const role = event.against;
  // somebody who is not there is told as missing, once
  const { name } = addressed({ ...c, letter: { ...c.letter, to: c.letter.to ?? { role } } }, role);
  const lines = enforcedLines(c, role);
  return lines.length > 0 && (c.letter.to?.role ?? role) === role ? [organ, ...lines] : [organ, para(name)];
}

/** Title, number and day of the paper, and since when it binds: served and not sued over (75(2)), or signed and sealed (73(1)). */
function paper(c: LetterCase, mediated: boolean): Block<Part> {
  const kind = mediated ? 'MEDIATION_DOCUMENT' : 'DECISION';
  const sent = c.issued?.findLast(one => one.kind === kind);
  const title = LETTER_KINDS[kind].words.zh;
  const dated = need(
    sent && dayText(sent.on),
    `letter:${kind}.on`,
    w(`${title}的日期`, 'its day'),
    LETTER_FORM,
  );
  const end = step(c, mediated ? 'MEDIATE' : 'SERVE');
  const since = end.day(end.event?.on, 'on', w('生效日期', 'day of effect'));
  return para(
    '申请执行的依据：本机关于',
    dated,
    '作出的',
    paperInForce(c),
    '，',
    mediated
      ? ['已于', since, '经各方当事人签字或者签章并加盖本机关印章，发生法律效力。']
      : [
          '已于',
          since,
          '送达，发生法律效力。起诉期限于',
          due(c, RC_35.code),
          '届满，被申请执行人未提起行政诉讼。',
        ],
  );
}

/** 55(2): the facts, reasons and basis as the decision has them. */
function whyDecided(c: LetterCase): Block<Part>[] {
  const { event, record, tell } = step(c, 'DECIDE');
  const basis = event ? outcomeBasis(event.outcome, c.governing) : null;
  return [
    ...paragraphs('复议决定认定的事实：', tell(record.findings, 'findings', w('查明的事实', 'findings'))),
    ...paragraphs('复议决定的理由：', tell(record.reasons, 'reasons', w('决定理由', 'reasoning'))),
    para(basis && ['复议决定的依据：', ...(record.cited ?? []).map(citedAt), cited(c, basis), '。']),
  ];
}

const citedAt = (one: string, at: number): Part => [field(one, `event:DECIDE.cited[${at}]`), '、'];

function whyMediated(c: LetterCase): Block<Part>[] {
  const { record, tell } = step(c, 'MEDIATE');
  return paragraphs('调解书认定的事实：', tell(record.findings, 'findings', w('查明的事实', 'findings')));
}

/** 54: the ten days after its service are over, and the duty is not performed. */
function exhortation(c: LetterCase, { event, record, day, source }: Applying): Block<Part> {
  return para(
    sentence(
      '催告情况：本机关',
      maybe(event?.exhortedOn && dayText(event.exhortedOn), source('exhortedOn'), on => ['于', on]),
      '书面催告被申请执行人履行义务，催告书',
      maybe(record.exhortation, source('exhortation'), number => ['（', number, '）']),
      '于',
      day(
        event?.exhortationServedOn,
        'exhortationServedOn',
        w('催告书送达日期', 'service of the exhortation'),
      ),
      '送达，送达十日后被申请执行人仍未履行义务',
    ),
  );
}

const NOT_OURS: MissingFact = {
  source: 'event:DECIDE.outcome',
  what: w(
    '由复议机关申请强制执行的决定(维持的,由作出行政行为的行政机关申请)',
    'a decision this organ may have enforced (what was upheld, the organ that acted enforces)',
  ),
  suppliedBy: stepName('DECIDE'),
};

/** The article of this organ's right, and those of the way to the court. */
function grounds(c: LetterCase, mediated: boolean): Part {
  if (!mediated && last(c.facts, 'DECIDE') && !isChangedHere(c.facts)) return NOT_OURS;
  const { own, compulsion } = ENFORCEMENT_BASES[mediated ? 'MEDIATED' : 'CHANGED'];
  return [under(c, own, 'APPLY_ENFORCEMENT'), '、', cited(c, compulsion)];
}
