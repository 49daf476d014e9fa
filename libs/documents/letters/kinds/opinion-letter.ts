import { RC_38 } from '#law/reconsideration';
import { w } from '#law/statute';
import { LETTER_FORM, step } from '../facts.ts';
import { periodOf, underStep } from '../legal.ts';
import type { LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { names, theCase } from '../parties.ts';
import { maybe, need, numbered, para } from '../runs.ts';

/** 行政复议意见书: what is wrong beyond the case, with sixty days to report what was mended (76). */
export function opinionLetter(c: LetterCase): LetterBody {
  const { record, tellAll, source } = step(c, 'OPINION_LETTER');
  const report = periodOf(c, RC_38, c.letter.on ?? c.governing);
  return {
    to: maybe(record.addressee, source('addressee'), other => other) ?? names(c, 'RESPONDENT'),
    blocks: [
      para('本机关在审理', theCase(c), '中，发现你单位有关行政行为存在下列问题：'),
      ...numbered(tellAll(record.items, 'items', w('发现的问题', 'problems found'))),
      para(report && ['依照', report.article, '的规定，'], '现提出如下意见：'),
      ...numbered(tellAll(record.advice, 'advice', w('行政复议意见', 'what has to be mended'))),
      para(
        '请自收到本意见书之日起',
        report && [report.length, '内'],
        '，将纠正相关行政行为的情况报送本机关。',
      ),
    ],
  };
}

/** 行政复议建议书: a general problem in how the law is carried out; from the office, to whoever can mend it (条例 57(2)). */
export function recommendation(c: LetterCase): LetterBody {
  const { to, problems, advice } = c.recommendation ?? { to: null, problems: [], advice: [] };
  return {
    to: need(to, 'case.recommendation.to', w('建议书的受文机关', 'organ addressed'), LETTER_FORM),
    blocks: [
      para('本机构在办理', theCase(c), '中，发现法律、法规、规章实施中带有普遍性的下列问题：'),
      ...numbered(each(problems, 'problems', w('带有普遍性的问题', 'general problems'))),
      para('依照', underStep(c, 'RECOMMENDATION_LETTER'), '的规定，现提出如下建议：'),
      ...numbered(each(advice, 'advice', w('完善制度和改进执法的建议', 'what is recommended'))),
    ],
  };
}

function each(values: readonly string[], name: string, what: ReturnType<typeof w>): Part[] {
  const source = `case.recommendation.${name}`;
  return values.length > 0
    ? values.map((one, at) => need(one, `${source}[${at}]`, what, LETTER_FORM))
    : [need(null, source, what, LETTER_FORM)];
}
