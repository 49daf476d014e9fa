import { expect } from 'vitest';
import type { ApiClient } from '../client.ts';
import { REFUSED, type Refused, type TheCase } from './shown.ts';

interface Change {
  code: string;
  how: string;
  dueBefore: string | null;
  dueAfter: string | null;
}

export interface Ahead {
  stateBefore: { code: string } | null;
  stateAfter: { code: string } | null;
  clocks: Change[];
  steps: { kind: string; on: string; of: string | null; deemed: boolean }[];
}

const AHEAD = `stateBefore { code } stateAfter { code } clocks { code how dueBefore dueAfter } steps { kind on of deemed }`;

/** 试算: with the very input of the mutation. */
export async function previewed(by: ApiClient, mutation: string, input: object): Promise<Ahead | Refused> {
  const text = `query ($step: AnyStepArgs!) { result: previewStep(step: $step) {
    __typename ... on StepPreview { ${AHEAD} } ... on Refusal { ${REFUSED} } } }`;
  return (await by.ask<{ result: Ahead | Refused }>(text, { step: { [mutation]: input } })).result;
}

/** What the preview told is what the step then did; what it refused, the step refused in the same words. */
export function expectForeseen(ahead: Ahead | Refused, before: TheCase, answer: TheCase | Refused): void {
  if ('code' in answer) return expect(ahead).toEqual(answer);
  const known = new Set(before.steps.map(one => one.id));
  const added = answer.steps.filter(one => !known.has(one.id));
  expect(ahead).toMatchObject({
    stateBefore: { code: before.state.code },
    stateAfter: { code: answer.state.code },
    clocks: changesBetween(before, answer),
    steps: added.map(({ kind, on, of, deemed }) => ({ kind, on, of, deemed })),
  });
}

const OPEN = new Set(['RUNNING', 'STOPPED', 'OVERDUE', 'REACHED']);
type Clock = TheCase['clocks'][number];

/** By what the case shows before and after the step. */
function changesBetween(before: TheCase, after: TheCase): Change[] {
  const codes = [...new Set([...before.clocks, ...after.clocks].map(one => one.code))];
  return codes.flatMap(code => {
    const [was, is] = [before, after].map(found => found.clocks.find(one => one.code === code));
    const how = howChanged(was, is);
    return how ? [{ code, how, dueBefore: was?.dueOn ?? null, dueAfter: is?.dueOn ?? null }] : [];
  });
}

function howChanged(was: Clock | undefined, is: Clock | undefined): string | null {
  const [open, stays] = [was, is].map(one => one !== undefined && OPEN.has(one.status));
  if (!stays) return open ? (is?.status.startsWith('MET') ? 'MET' : 'ENDED') : null;
  if (!open) return 'STARTED';
  if (is!.status === 'STOPPED') return was!.status === 'STOPPED' ? null : 'STOPPED';
  return was!.dueOn === is!.dueOn ? null : 'MOVED';
}
