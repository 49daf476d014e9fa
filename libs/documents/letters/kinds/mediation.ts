import { acceptedOn } from '#law/reconsideration';
import { w } from '#law/statute';
import { caseNumber, step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { matter, partyLines } from '../parties.ts';
import { numbered, para, paragraphs, sentence, sign } from '../runs.ts';
import { claims } from './decision-parts.ts';

/** 行政复议调解书: in force once all have signed and the organ has sealed, without service (73(1)). */
export function mediationDocument(c: LetterCase): LetterBody {
  const { record, tell, tellAll } = step(c, 'MEDIATE');
  const { day } = step(c, 'ACCEPT');
  return {
    blocks: [
      ...partyLines(c),
      para(
        matter(c),
        '，申请行政复议，本机关于',
        day(acceptedOn(c.facts), 'on', w('受理日期', 'day of acceptance')),
        '受理，案号：',
        caseNumber(c),
        '。',
      ),
      para(sentence('申请人请求：', claims(c))),
      ...paragraphs('经审理查明：', tell(record.findings, 'findings', w('查明的事实', 'findings'))),
      para('经本机关主持调解，各方当事人自愿达成如下协议：'),
      ...numbered(tellAll(record.items, 'items', w('调解协议的内容', 'terms agreed'))),
      para('上述协议不违反法律、法规的规定，不损害国家利益、社会公共利益和他人合法权益，本机关予以确认。'),
      para(
        '依照',
        underStep(c, 'MEDIATE'),
        '的规定，本调解书经各方当事人签字或者签章，并加盖本机关印章，即具有法律效力。',
      ),
      sign('申请人（签字或者签章）：'),
      sign('被申请人（签章）：'),
      ...(c.thirdParties?.length ? [sign('第三人（签字或者签章）：')] : []),
    ],
  };
}
