import { didNotReply, outcomeBasis, type SuitQuestion } from '#law/reconsideration';
import { w } from '#law/statute';
import { step, type EventOf } from '../facts.ts';
import { cited, stepBasis, under } from '../legal.ts';
import type { Block, LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { partyLines } from '../parties.ts';
import { field, joined, numbered, para, paragraphs } from '../runs.ts';
import { suitInstruction } from '../suit.ts';
import { decisionItems } from './decision-items.ts';
import { course, effect, findings, positions } from './decision-parts.ts';

/** 行政复议决定书 (75(1)): who, what was asked, what was said, what was found, why, what is decided, and what can be done. */
export function decision(c: LetterCase): LetterBody {
  const { event, record, tell } = step(c, 'DECIDE');
  return {
    blocks: [
      ...partyLines(c),
      course(c),
      ...positions(c),
      ...findings(c),
      ...paragraphs('本机关认为：', tell(record.reasons, 'reasons', w('决定理由', 'reasoning'))),
      grounds(c),
      ...numbered(decisionItems(c)),
      ...(event ? [suitInstruction(c, question(c, event))] : []),
      effect(c),
    ],
  };
}

/** The article of the result under the text that governs, before it what other laws the reasoning names. */
function grounds(c: LetterCase): Block<Part> {
  const { event, record, tell, source } = step(c, 'DECIDE');
  if (!event) return para(tell(null, 'outcome', w('决定结果', 'result')));
  const silent = didNotReply(c.facts) && NO_EVIDENCE.has(event.outcome) ? stepBasis(c, 'NO_REPLY') : null;
  const basis = [...(silent ?? []), ...(outcomeBasis(event.outcome, c.governing) ?? [])];
  const others = (record.cited ?? []).map((one, at) => field(one, source(`cited[${at}]`)));
  return para(
    '依照',
    joined([...others, ...(basis.length > 0 ? [cited(c, basis)] : [under(c, [], 'DECIDE')])], '、'),
    '的规定，决定如下：',
  );
}

/** Results that art. 70 leads to. */
const NO_EVIDENCE: ReadonlySet<string> = new Set([
  'REVOKE',
  'REVOKE_IN_PART',
  'CONFIRM_ILLEGAL',
  'CONFIRM_INVALID',
  'ORDER_PERFORM',
]);

function question(c: LetterCase, event: EventOf<'DECIDE'>): SuitQuestion {
  const { procedureOnly, mainOutcome } = step(c, 'DECIDE').record;
  return { outcome: event.outcome, procedureOnly, main: mainOutcome };
}
