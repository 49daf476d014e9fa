import { RC_07 } from '#law/reconsideration';
import { w } from '#law/statute';
import { officeName, reach, receivedOn, step } from '../facts.ts';
import { periodOf } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, yourMatter } from '../parties.ts';
import { numbered, para, sentence } from '../runs.ts';

/** 接收行政复议申请材料回执: papers came in; nothing is decided by it. */
export function receipt(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'APPLICANT');
  const { record, tell, tellAll } = step(c, 'RECEIVE');
  const review = periodOf(c, RC_07);
  return {
    to: name,
    blocks: [
      para(
        yourMatter(c, you),
        '，通过',
        tell(record.method, 'method', w('提交方式', 'how it was handed in')),
        '方式提交的行政复议申请材料，本机关已于',
        receivedOn(c),
        '收到。收到的材料如下：',
      ),
      ...numbered(tellAll(record.materials, 'materials', w('收到的材料', 'papers received'))),
      para(
        review && [
          '本机关将依照',
          review.article,
          '的规定，自收到申请之日起',
          review.length,
          '内审查决定是否受理。',
        ],
        '本回执仅证明收到上述材料，不代表申请已经受理。',
      ),
      para(sentence('承办机构：', officeName(c), '，地址：', reach(c.office, 'case.office'))),
    ],
  };
}
