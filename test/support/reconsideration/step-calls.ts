import { WallClock } from '#persistence';
import { randomUUID } from 'node:crypto';
import {
  STEP_KINDS,
  STEP_MUTATIONS,
  type StepKind,
} from '../../../apps/api/src/graphql/reconsideration/step-names.ts';
import type { TestApp } from '../app.ts';
import type { JournalledCommand } from '../journalled-commands.ts';
import { PATHS, RECEIVED_ON, type PathStep } from './paths.ts';

/** Literals of GraphQL; codes are written as enum values. */
const literal = (value: unknown): string => {
  if (typeof value === 'string') return /^[A-Z][A-Z0-9_]+$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value !== null && typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${literal(one)}`)
      .join(', ')} }`;
  return String(value);
};

export function stepCall(id: string, version: number, [kind, on, input = {}]: PathStep): string {
  const sent = { case: id, requestId: randomUUID(), expectedVersion: version, on, ...input };
  return `${STEP_MUTATIONS[kind]}(input: ${literal(sent)})`;
}

const application = (organ: string, receivedOn: string) =>
  literal({
    requestId: randomUUID(),
    organ,
    receivedOn,
    channel: 'PAPER',
    applicants: [{ name: '张三' }],
    respondent: organ,
    act: { name: '罚款五百元的行政处罚决定' },
    claims: '撤销该行政处罚决定',
  });

export const registration = (organ: string, receivedOn = RECEIVED_ON) =>
  `registerApplication(input: ${application(organ, receivedOn)})`;

interface Made {
  id?: string;
  version?: number;
  code?: string;
}

async function run(app: TestApp, call: string): Promise<Required<Omit<Made, 'code'>>> {
  const text = `mutation { it: ${call} { ... on ReconsiderationCase { id version } ... on Refusal { code } } }`;
  const { it } = await app.ask<{ it: Made }>(text);
  if (!it.id || !it.version) throw new Error(`${call}: ${it.code}`);
  return { id: it.id, version: it.version };
}

/** The product's day is the day of the step: what silence would do later has not happened yet. */
function onDay(app: TestApp, day: string): void {
  app.app.get(WallClock).now = () => new Date(`${day}T04:00:00Z`);
}

/** A case of the organ that has come as far as the path goes. */
export async function caseAfter(app: TestApp, organ: string, path: readonly PathStep[]) {
  onDay(app, RECEIVED_ON);
  let made = await run(app, registration(organ));
  for (const step of path) {
    onDay(app, step[1]);
    made = await run(app, stepCall(made.id, made.version, step));
  }
  return made;
}

async function ready(app: TestApp, kind: StepKind): Promise<string> {
  const path = PATHS[kind];
  const { id, version } = await caseAfter(app, 'journal', path.slice(0, -1));
  const last = path.at(-1)!;
  onDay(app, last[1]);
  return stepCall(id, version, last);
}

/** Every step as a command that leaves its entry in the journal. */
export const JOURNALLED_STEPS: Readonly<Record<string, JournalledCommand>> = Object.fromEntries(
  STEP_KINDS.map(kind => [
    STEP_MUTATIONS[kind],
    {
      good: app => ready(app, kind),
      leaves: ['STEP_TAKEN'],
      bad: stepCall('999999', 1, PATHS[kind].at(-1)!),
      refusal: 'CASE_UNKNOWN',
    } satisfies JournalledCommand,
  ]),
);
