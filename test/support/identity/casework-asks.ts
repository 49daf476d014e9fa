import { STEP_KINDS, STEP_MUTATIONS } from '../../../apps/api/src/graphql/reconsideration/step-names.ts';
import { runSql } from '../database.ts';
import { PATHS } from '../reconsideration/paths.ts';
import { ask, change, newRequest, REFUSAL, type Ask } from './asking.ts';
import type { Place, World } from './world.ts';

const versionOf = async ({ app }: World, caseId: string): Promise<number> => {
  const [row] = await runSql<{ version: number }>(
    app.databaseUrl,
    'select version from proceeding where id = $1',
    [caseId],
  );
  return row!.version;
};

/** A step of the case that is worked on there: which rule of law may stand in the way is not the question. */
const steps: Readonly<Record<string, Ask>> = Object.fromEntries(
  STEP_KINDS.map(kind => {
    const name = STEP_MUTATIONS[kind];
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Args`;
    const [, on, input] = PATHS[kind].at(-1)!;
    const operation: Ask['operation'] = async ({ caseId }, world) => [
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} } }`,
      {
        input: {
          case: caseId,
          requestId: newRequest(),
          expectedVersion: await versionOf(world, caseId),
          on,
          ...input,
        },
      },
    ];
    return [`Mutation.${name}`, { operation }];
  }),
);

const previewStep: Ask['operation'] = async ({ caseId }, world) => [
  `query ($step: AnyStepArgs!) { previewStep(step: $step) { ${REFUSAL} } }`,
  {
    step: {
      sendCopy: {
        case: caseId,
        requestId: newRequest(),
        expectedVersion: await versionOf(world, caseId),
        on: '2026-01-20',
      },
    },
  },
];

const takeBackStep: Ask['operation'] = async ({ caseId }, world) => [
  `mutation ($input: TakeBackStepArgs!) { takeBackStep(input: $input) { ${REFUSAL} } }`,
  {
    input: {
      case: caseId,
      requestId: newRequest(),
      expectedVersion: await versionOf(world, caseId),
      step: 'none',
      reason: '日期登记有误',
    },
  },
];

/** Of a case at the place; what there is in it to do so with is not the question. */
const ofCase =
  (name: string, more: object | (() => object)): Ask['operation'] =>
  async ({ caseId }, world) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Args`;
    const expectedVersion = await versionOf(world, caseId);
    const given = typeof more === 'function' ? (more as () => object)() : more;
    const input = { case: caseId, requestId: newRequest(), expectedVersion, ...given };
    return [`mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} } }`, { input }];
  };

const application = ({ code }: Place) => ({
  requestId: newRequest(),
  organ: code,
  receivedOn: '2026-01-05',
  channel: 'MAIL',
  applicants: [{ name: '赵某' }],
  respondent: code,
  act: { name: '行政处罚决定' },
  claims: '撤销',
});

/** How a case that is worked on is asked for: its steps, letters, services and documents. */
export const CASEWORK_ASKS: Readonly<Record<string, Ask>> = {
  ...steps,
  'Query.reconsideration': {
    operation: ask('query ($id: ID!) { reconsideration(id: $id) { id } }', p => ({ id: p.caseId })),
  },
  'Query.previewStep': { operation: previewStep },
  'Query.applicationLimit': {
    operation: ask(
      `query { applicationLimit(input: { knewOn: "2026-01-05" }) { ... on ApplicationLimit { dueOn } } }`,
      () => ({}),
    ),
  },
  'Mutation.registerApplication': {
    operation: change('registerApplication', 'RegisterApplicationArgs', application),
  },
  'Mutation.takeBackStep': { operation: takeBackStep },
  'Mutation.amendApplication': {
    // nobody asks for what somebody else has put right already
    operation: ofCase('amendApplication', () => ({
      claims: `确认违法 ${newRequest()}`,
      reason: '申请人补正',
    })),
  },
  'Query.draftLetter': {
    operation: ask(
      `query ($id: ID!) { draftLetter(case: $id, kind: ACCEPTANCE_NOTICE) { ${REFUSAL} } }`,
      p => ({ id: p.caseId }),
    ),
  },
  'Mutation.issueLetter': { operation: ofCase('issueLetter', { kind: 'ACCEPTANCE_NOTICE' }) },
  'Mutation.attachDocument': {
    operation: ask(
      `mutation ($input: AttachDocumentArgs!) { attachDocument(input: $input) { ${REFUSAL} } }`,
      p => ({
        input: {
          case: p.caseId,
          requestId: newRequest(),
          key: 'none',
          title: '申请书',
          kind: 'APPLICATION',
        },
      }),
    ),
  },
  'Mutation.recordService': {
    operation: ofCase('recordService', {
      letter: '0',
      recipient: { role: 'APPLICANT' },
      method: 'MAIL',
      sentOn: '2026-01-06',
    }),
  },
  'Mutation.recordReturnedMail': {
    operation: ofCase('recordReturnedMail', { service: '0', returnedOn: '2026-01-08' }),
  },
};
