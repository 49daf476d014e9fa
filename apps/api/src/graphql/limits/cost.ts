import { GraphQLError, isListType, isNonNullType, Kind, type GraphQLOutputType } from 'graphql';
import {
  getComplexity,
  type ComplexityEstimator,
  type ComplexityEstimatorArgs,
} from 'graphql-query-complexity';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { LIMITS } from './limits.ts';
import { overLimit } from './refusals.ts';

/**
 * What a field costs beside its own point, where answering it is work: a figure reads a summary or counts the cases,
 * a check reads a whole file. In points of one plain cell.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  'Query.figures': 100,
  'Query.appearance': 500,
  'Query.proceedingsBehind': 200,
  'Query.teamList': 100,
  'Query.fallingDue': 100,
  'FiguresAnswer.stockAndFlow': 200,
  'FiguresAnswer.outcomes': 200,
  'FiguresAnswer.breakdown': 500,
  'FiguresAnswer.measures': 500,
  'FiguresAnswer.rates': 1000,
  'FiguresAnswer.identities': 1000,
  'Mutation.checkLedger': 5000,
  'Mutation.importLedger': 5000,
  'Mutation.exportReturn': 2000,
};

/** Entries a list is taken to have when its field names no page size. */
const LIST_LENGTH = 20;
/** A page never has more, whatever was asked for. */
const MOST_IN_A_PAGE = 1000;

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** A list costs what is asked of an entry, times its entries; a page multiplies the list inside it once. */
const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }: ComplexityEstimatorArgs) => {
  if (field.name.startsWith('__')) return 1; // the schema itself is in memory; GraphQL bounds the lists in it
  const weight = WEIGHTS[`${type.name}.${field.name}`] ?? 0;
  const length = isList(field.type) ? LIST_LENGTH : 1;
  const asked = args.first as unknown;
  if (typeof asked !== 'number') return 1 + weight + childComplexity * length;
  // nodes, of 20 by default, stand inside the page: the page size takes the place of the default
  const factor = Math.min(Math.max(asked, 1), MOST_IN_A_PAGE) / LIST_LENGTH;
  return 1 + weight + Math.ceil(childComplexity * Math.max(factor, 1));
};

export interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown> | undefined;
}

/** @throws GraphQLError for an argument that cannot be read, or when too much is asked for */
export function checkCost({ schema, document, operation, variables }: Asked): void {
  const operationName = operation.name?.value;
  const cost = readable(() =>
    getComplexity({
      schema,
      query: document,
      variables,
      estimators: [estimate],
      ...(operationName ? { operationName } : {}),
    }),
  );
  if (cost > LIMITS.cost) throw overLimit('cost', cost);
}

/** What cannot be read has no cost and is not run: a wrong argument must not hide the others. */
function readable(count: () => number): number {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, nodes } = error;
    throw new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

/**
 * The cost of a request depends on its text and on the variables that set page sizes and switch fields on: numbers and
 * booleans. A request of known cost passes with one look.
 */
export class CostGate {
  readonly #passed = new LRUCache<string, true>({ max: 2000 });

  check(textHash: string, asked: Asked): void {
    const key = `${textHash}:${asked.operation.name?.value ?? ''}:${deciding(asked)}`;
    if (this.#passed.has(key)) return;
    checkCost(asked);
    this.#passed.set(key, true);
  }
}

function deciding({ operation, variables }: Asked): string {
  const values = (operation.variableDefinitions ?? []).map(({ type, variable }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    if (named.kind !== Kind.NAMED_TYPE || !['Int', 'Boolean'].includes(named.name.value)) return null;
    const value = variables?.[variable.name.value];
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  });
  return values.some(value => value !== null) ? JSON.stringify(values) : '';
}
