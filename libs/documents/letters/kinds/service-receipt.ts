import { serviceBasis } from '#law/calendar';
import { w } from '#law/statute';
import { caseNumber, LETTER_FORM } from '../facts.ts';
import { cited } from '../legal.ts';
import type { LetterBody, Part } from '../letter.ts';
import type { IssuedLetter, LetterCase } from '../letter-case.ts';
import { LETTER_KINDS } from '../letter-kind.ts';
import { addressed, addressForService, matter } from '../parties.ts';
import { field, joined, maybe, need, para } from '../runs.ts';

/** 送达回证: filled by hand where somebody signs; the day of the signature is the day of service (民诉法 87). */
export function serviceReceipt(c: LetterCase): LetterBody {
  const { name } = addressed(c, 'APPLICANT', 'RESPONDENT', 'THIRD_PARTY');
  const { letters = [], method, place, by = [] } = c.letter.served ?? {};
  const what = w('送达的文书', 'letters served');
  return {
    blocks: [
      {
        kind: 'TABLE',
        rows: [
          { label: '案号', text: caseNumber(c) },
          { label: '案由', text: matter(c) },
          {
            label: '送达文书名称、文号',
            text:
              letters.length > 0
                ? joined(letters.map(served), '；')
                : need(null, 'letter.served.letters', what, LETTER_FORM),
          },
          { label: '受送达人', text: name },
          { label: '送达方式', text: maybe(method, 'letter.served.method', one => one) },
          {
            label: '送达地点',
            text:
              (place ? null : addressForService(c, 'APPLICANT')) ??
              need(place, 'letter.served.place', w('送达地点', 'place of service'), LETTER_FORM),
          },
          { label: '受送达人签名或者盖章', text: SIGNED_ON },
          { label: '代收人签名或者盖章及代收理由', text: SIGNED_ON },
          { label: '拒收、留置的事由和日期，见证人签名', text: null },
          {
            label: '送达人签名',
            text: maybe(by.join('、'), 'letter.served.by', names => ['（送达人：', names, '）']),
          },
          { label: '备注', text: null },
        ],
      },
      para('依据：', cited(c, serviceBasis('DIRECT')), '。受送达人签收的日期为送达日期。'),
    ],
  };
}

const SIGNED_ON = '　　　　　　年　　月　　日';

function served(one: IssuedLetter, at: number): Part {
  const source = `letter.served.letters[${at}]`;
  return [
    '《',
    field(LETTER_KINDS[one.kind].words.zh, source),
    '》',
    maybe(one.number, `${source}.number`, number => ['（', number, '）']),
  ];
}
