import { HttpException } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { UserError } from '#casework';

/** Codes GraphQL itself gives to requests it cannot run; their messages are about the request and may be shown. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What a client is told. A mistake of the user comes with its code, both languages and a remedy; a fault of ours
 * comes with a stable code only: no stack, no SQL.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = originalOf(error);
  const { message, locations, path } = formatted;
  if (original instanceof UserError) {
    const { code, zh, en, remedy } = original;
    return { message: `${zh} ${en}`, locations, path, extensions: { code, message: { zh, en }, remedy } };
  }
  const code = String(formatted.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
  if (REQUEST_CODES.has(code) || (original instanceof HttpException && original.getStatus() < 500)) {
    return { message, locations, path, extensions: { code } };
  }
  return {
    message: '系统出错,请稍后再试;问题未解决请联系管理员。 Something went wrong; please try again.',
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** What was thrown, whether by a resolver or for the operation as a whole. */
function originalOf(error: unknown): unknown {
  const unwrapped = unwrapResolverError(error);
  return unwrapped instanceof GraphQLError ? (unwrapped.originalError ?? unwrapped) : unwrapped;
}
