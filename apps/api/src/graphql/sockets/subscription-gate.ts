import { UserError } from '#casework';
import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { hashOf, type OperationRequest, type TrustedDocuments } from '../documents/trusted-documents.ts';
import { CostGate } from '../limits/cost.ts';
import { LIMITS } from '../limits/limits.ts';
import { shapeRule } from '../limits/shape.ts';
import { refusedRequest } from '../limits/refusals.ts';

export interface SubscriptionRequest extends OperationRequest {
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

export interface Prepared {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  variableValues: Record<string, unknown>;
}

const SUBSCRIPTIONS_ONLY = new UserError(
  'SUBSCRIPTION_ONLY',
  { zh: 'WebSocket 只用于订阅。', en: 'A WebSocket is for subscriptions only.' },
  { zh: '查询和变更请用 POST /graphql。', en: 'Send queries and mutations to POST /graphql.' },
);

/** What a subscription passes before it runs: the same limits as every other operation. */
export class SubscriptionGate {
  readonly #valid = new LRUCache<string, DocumentNode>({ max: 100 });
  readonly #cost = new CostGate();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly settings: { trusted: TrustedDocuments | null; introspection: boolean },
  ) {}

  /** @throws GraphQLError, or gives back the errors, for what may not be run */
  prepare(request: SubscriptionRequest): Prepared | readonly GraphQLError[] {
    const text = this.settings.trusted?.textOf(request) ?? String(request.query);
    const hash = hashOf(text);
    const document = this.#valid.get(hash) ?? read(text);
    const errors = this.#valid.has(hash) ? [] : this.validate(document);
    if (errors.length) return errors.map(error => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    this.#valid.set(hash, document);
    const operation = getOperationAST(document, request.operationName);
    if (operation?.operation !== 'subscription') throw refusedRequest(SUBSCRIPTIONS_ONLY);
    const asked = { schema: this.schema, document, operation, variables: request.variables ?? {} };
    this.#cost.check(hash, asked);
    return { ...asked, operationName: request.operationName ?? undefined, variableValues: asked.variables };
  }

  private validate(document: DocumentNode): readonly GraphQLError[] {
    const hidden = this.settings.introspection ? [] : [NoSchemaIntrospectionCustomRule];
    return validate(this.schema, document, [...specifiedRules, shapeRule, ...hidden]);
  }
}

function read(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

/** Errors of GraphQL itself carry no code; by a plain request Apollo gives them the same one. */
function coded(error: GraphQLError, code: string): GraphQLError {
  error.extensions.code ??= code;
  return error;
}
