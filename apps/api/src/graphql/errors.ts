import { HttpException } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { filesUnreachable, notStorable, UserError } from '#casework';
import { isTooLong, tooLong } from './limits/refusals.ts';
import { HttpRefusal } from '../http/protection/http-refusal.ts';

/** Codes GraphQL itself gives to requests it cannot run; their messages are about the request and may be shown. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'INTROSPECTION_DISABLED',
  'MAX_RECURSIVE_SELECTIONS_EXCEEDED',
]);

/**
 * What a client is told. A mistake of the user comes with its code, both languages and a remedy; a fault of ours
 * comes with a stable code only: no stack, no SQL.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  const original = isTooLong(cause) ? tooLong() : (notStorable(cause) ?? filesUnreachable(cause) ?? cause);
  const { message, locations, path } = formatted;
  const refusal = original instanceof HttpRefusal ? original.refusal : original;
  if (refusal instanceof UserError) {
    const { code, zh, en, remedy } = refusal;
    return { message: `${zh} ${en}`, locations, path, extensions: { code, message: { zh, en }, remedy } };
  }
  const code = requestCode(formatted, original);
  if (code) return { message, locations, path, extensions: { code } };
  return {
    message: '系统出错,请稍后再试;问题未解决请联系管理员。 Something went wrong; please try again.',
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** The error that was thrown or reported, below whatever GraphQL wrapped around it. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** The code of a mistake in the request itself; null: it is a fault. */
function requestCode({ extensions }: GraphQLFormattedError, original: unknown): string | null {
  const code = String(extensions?.code ?? '');
  const isMistake =
    REQUEST_CODES.has(code) || (original instanceof HttpException && original.getStatus() < 500);
  if (isMistake) return code;
  return original instanceof GraphQLError && statusOf(original) < 500 ? 'BAD_REQUEST' : null;
}

/** The status the server itself gives to what it will not read, without a code. */
function statusOf({ extensions }: GraphQLError): number {
  const { status } = (extensions.http ?? {}) as { status?: number };
  return status ?? 500;
}
