import { OBSTACLE_BASIS, REFUSAL_GROUNDS } from '#law/reconsideration';
import { w } from '#law/statute';
import { receivedOn, step } from '../facts.ts';
import { formal, since2024, under, underStep } from '../legal.ts';
import type { Block, LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, matter, namesInShort, partyLines, yourMatter } from '../parties.ts';
import { field, para, paragraphs, sentence } from '../runs.ts';
import { mayComplain, suitInstruction } from '../suit.ts';

const COMPETENT = w('有管辖权的行政复议机关', 'competent organ');

/** 不予受理行政复议申请决定书: with reasons, and with the right organ where it is the organ that is wrong (30(2)). */
export function refusal(c: LetterCase): LetterBody {
  const { record, tell } = step(c, 'REFUSE');
  return {
    blocks: [
      ...partyLines(c, ['APPLICANT', 'RESPONDENT']),
      para(matter(c), '，向本机关申请行政复议，本机关于', receivedOn(c), '收到。'),
      ...paragraphs('经审查，本机关认为：', tell(record.reasons, 'reasons', w('不予受理的理由', 'reasons'))),
      condition(c, 'REFUSE'),
      para('依照', underStep(c, 'REFUSE'), '的规定，决定如下：'),
      para('对', namesInShort(c), '提出的行政复议申请不予受理。'),
      ...rightOrgan(c),
      suitInstruction(c, { outcome: 'REFUSED', sues: 'THE_RECONSIDERATION_DECISION' }),
      mayComplain(c, '不予受理'),
    ],
  };
}

/** Which of the seven conditions is missing, and where the governing text has it. */
export function condition(c: LetterCase, kind: 'REFUSE' | 'DISMISS'): Block<Part> {
  const { event, tell, source } = step(c, kind);
  if (!event) return para(tell(null, 'ground', w('不符合的受理条件', 'condition not met')));
  const ground = REFUSAL_GROUNDS[event.ground];
  return para(
    '该申请存在“',
    field(formal(ground.words), source('ground')),
    '”的情形，不符合',
    under(c, ground.bases, kind),
    '规定的受理条件。',
  );
}

function rightOrgan(c: LetterCase): Block<Part>[] {
  const { event, tell } = step(c, 'REFUSE');
  if (event?.ground !== 'NO_JURISDICTION') return [];
  const organ = tell(event.competentOrgan, 'competentOrgan', COMPETENT);
  return [para(sentence('对该行政行为有管辖权的行政复议机关是', organ))];
}

/** 行政复议告知书: the way to the right organ, apart from the refusal. */
export function toldWhereToGo(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'APPLICANT');
  const { event, tell } = step(c, 'REFUSE');
  const organ = tell(event?.competentOrgan, 'competentOrgan', COMPETENT);
  return {
    to: name,
    blocks: [
      para(yourMatter(c, you), '，向本机关申请行政复议，本机关于', receivedOn(c), '收到。'),
      para('经审查，该申请不属于本机关管辖。依照', underStep(c, 'REFUSE'), `的规定，现告知${you}：`),
      para(
        sentence('对该行政行为有管辖权的行政复议机关是', organ),
        `${you}可以在法定申请期限内向该机关申请行政复议。`,
      ),
      para(
        since2024(c, OBSTACLE_BASIS, article => [
          '因不可抗力或者其他正当理由耽误法定申请期限的，依照',
          article,
          '的规定，申请期限自障碍消除之日起继续计算。',
        ]),
      ),
    ],
  };
}
