import { RC_26, RC_27 } from '#law/reconsideration';
import { w, type Basis } from '#law/statute';
import { officeName, organName, reach, step } from '../facts.ts';
import { periodOf, underStep } from '../legal.ts';
import type { LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { theCase } from '../parties.ts';
import { maybe, para, sentence } from '../runs.ts';

/** 规范性文件转送函: an organ without power over a document passes it on (56, 57). */
export function normativeTransfer(c: LetterCase): LetterBody {
  const { record, tell } = step(c, 'TRANSFER_NORMATIVE');
  const answer = periodOf(c, RC_27);
  return {
    to: tell(record.addressee, 'addressee', w('接受转送的机关', 'organ transferred to')),
    blocks: [
      para(theCase(c), '，', organName(c), '正在审理。'),
      para(raised(c), '。', organName(c), '无权处理。依照', article(c), '的规定，现转送你单位依法处理。'),
      para(
        answer && ['请依照', answer.article, '的规定，自收到转送之日起', answer.length, '内将处理意见回复。'],
      ),
      contact(c),
    ],
  };
}

/** 规范性文件书面答复通知书: where the organ has power over the document, its maker is asked first (58(1)). */
export function makerNotice(c: LetterCase): LetterBody {
  const { record, tell } = step(c, 'BEGIN_NORMATIVE_REVIEW');
  const reply = periodOf(c, RC_26);
  return {
    to: tell(record.document?.maker, 'document.maker', w('制定机关', 'maker of the document')),
    blocks: [
      para(theCase(c), '，', organName(c), '正在审理。'),
      para(raised(c), '。', organName(c), '依照', article(c), '的规定有权处理。'),
      para(
        '依照',
        underStep(c, 'NOTIFY_MAKER'),
        '的规定，请你单位就上述条款的合法性，自收到本通知书之日起',
        reply && [reply.length, '内'],
        '提交书面答复及相关材料。',
      ),
      contact(c),
    ],
  };
}

/** The applicant asked (56), or the organ found it itself (57). */
function raised(c: LetterCase): Part {
  const { record } = step(c, 'BEGIN_NORMATIVE_REVIEW');
  return record.requested
    ? ['申请人一并申请审查', document(c)]
    : [organName(c), '审查时认为作为该行政行为依据的', document(c), '不合法'];
}

/** 56 or 57, in whichever text governs: the law lists them in this order. */
function article(c: LetterCase): Part {
  const { record } = step(c, 'BEGIN_NORMATIVE_REVIEW');
  const one = (basis: Basis) => basis.slice(record.requested ? 0 : 1, record.requested ? 1 : 2);
  return underStep(c, 'BEGIN_NORMATIVE_REVIEW', one);
}

function document(c: LetterCase): Part {
  const { record, tell, source } = step(c, 'BEGIN_NORMATIVE_REVIEW');
  const { title, number, articles } = record.document ?? {};
  return [
    '《',
    tell(title, 'document.title', w('规范性文件名称', 'title of the document')),
    '》',
    maybe(number, source('document.number'), one => ['（', one, '）']),
    '的',
    tell(articles, 'document.articles', w('有关条款', 'articles in question')),
  ];
}

const contact = (c: LetterCase) =>
  para(sentence('承办机构：', officeName(c), '，地址：', reach(c.office, 'case.office')));
