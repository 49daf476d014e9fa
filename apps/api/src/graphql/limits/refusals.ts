import { UserError } from '#casework';
import { GraphQLError } from 'graphql';
import { LIMITS } from './limits.ts';

const SMALLER = {
  zh: '请拆成几个较小的请求。',
  en: 'Ask in several smaller requests.',
};
const NARROWER = {
  zh: '请减少字段或 first,分页读取;统计指标请分几次请求。',
  en: 'Ask for fewer fields or a smaller first and read page by page; ask for figures in several requests.',
};

type Of = Exclude<keyof typeof LIMITS, 'tokens'>;

const WORDS: Record<Of, { code: string; zh: string; en: string; remedy: typeof SMALLER }> = {
  depth: { code: 'QUERY_TOO_DEEP', zh: '查询层数', en: 'levels of fields', remedy: SMALLER },
  aliases: { code: 'QUERY_TOO_MANY_ALIASES', zh: '别名数', en: 'aliases', remedy: SMALLER },
  fields: { code: 'QUERY_TOO_LARGE', zh: '字段数', en: 'fields', remedy: SMALLER },
  rootFields: { code: 'QUERY_TOO_MANY_FIELDS', zh: '顶层字段数', en: 'fields at the top', remedy: SMALLER },
  directives: { code: 'QUERY_TOO_MANY_DIRECTIVES', zh: '指令数', en: 'directives', remedy: SMALLER },
  cost: { code: 'QUERY_TOO_COSTLY', zh: '查询代价', en: 'points of cost', remedy: NARROWER },
};

/** A request that asks for more than one may: 400, with the limit and what was asked. */
export function overLimit(limit: Of, asked: number): GraphQLError {
  const { code, zh, en, remedy } = WORDS[limit];
  const allowed = LIMITS[limit];
  return refusedRequest(
    new UserError(
      code,
      {
        zh: `${zh}为 ${asked},超过上限 ${allowed}。`,
        en: `The request has ${asked} ${en}; ${allowed} are allowed.`,
      },
      remedy,
    ),
  );
}

/** Gives a refusal the way through GraphQL before anything runs. */
export function refusedRequest(refusal: UserError, status = 400): GraphQLError {
  return new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { code: refusal.code, http: { status } },
  });
}

/** The parser of GraphQL stops at so many words and signs and says so in a text only. */
export const tooLong = (): UserError =>
  new UserError(
    'QUERY_TOO_LONG',
    {
      zh: `请求文本超过 ${LIMITS.tokens} 个词和符号。`,
      en: `The text of the request has more than ${LIMITS.tokens} words and signs.`,
    },
    SMALLER,
  );

export const isTooLong = (error: unknown): boolean =>
  error instanceof GraphQLError && error.message.endsWith(' tokens. Parsing aborted.');
