import { STOP_EXECUTION_GROUNDS } from '#law/reconsideration';
import { w } from '#law/statute';
import { step } from '../facts.ts';
import { formal, under } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, theAct, theCase } from '../parties.ts';
import { field, maybe, para, paragraphs } from '../runs.ts';

/** 停止执行通知书: the exception to art. 42; the ground is named with its item. */
export function stopOfExecution(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'RESPONDENT', 'APPLICANT', 'THIRD_PARTY');
  const { event, record, tell, day, source } = step(c, 'STOP_EXECUTION');
  const ground = event && STOP_EXECUTION_GROUNDS[event.ground];
  return {
    to: name,
    blocks: [
      para(theCase(c), '，本机关正在审理。'),
      para(
        '本案有“',
        ground
          ? [
              field(formal(ground.words), source('ground')),
              '”的情形，依照',
              under(c, ground.bases, 'STOP_EXECUTION'),
            ]
          : tell(null, 'ground', w('停止执行的情形', 'ground')),
        '的规定，决定自',
        day(event?.on, 'on', w('停止执行日期', 'day')),
        '起，在行政复议期间停止执行',
        field(c.respondent.name, 'case.respondent.name'),
        theAct(c),
        `，现通知${you}。`,
      ),
      ...(record.reasons
        ? paragraphs(
            '理由：',
            maybe(record.reasons, source('reasons'), reasons => reasons),
          )
        : []),
    ],
  };
}
