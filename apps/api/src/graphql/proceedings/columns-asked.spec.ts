import { buildSchema, graphql, type GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { columnsAsked } from './columns-asked.ts';

const schema = buildSchema(`
  type Organ { name: String }
  type Node { id: ID, kind: String, court: String, organ: Organ, respondent: Organ, flags: [String] }
  type Info { endCursor: String }
  type Page { nodes: [Node], pageInfo: Info }
  type Query { page: Page }`);

async function asked(source: string): Promise<string[]> {
  let columns: string[] = [];
  const page = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    columns = [...columnsAsked(info)].sort();
    return null;
  };
  const { errors } = await graphql({ schema, source, rootValue: { page }, variableValues: { no: false } });
  expect(errors).toBeUndefined();
  return columns;
}

describe('the columns behind the fields a query asks', () => {
  it.each([
    ['plain fields', '{ page { nodes { id court } } }', ['court', 'id']],
    ['nothing of the page itself', '{ page { pageInfo { endCursor } nodes { id } } }', ['id']],
    [
      'an organ by its id',
      '{ page { nodes { organ { name } respondent { name } } } }',
      ['organId', 'respondentId'],
    ],
    ['an alias', '{ p: page { n: nodes { where: court } } }', ['court']],
    [
      'a fragment',
      '{ page { nodes { ...n } } } fragment n on Node { flags ...m } fragment m on Node { court }',
      ['court', 'flags'],
    ],
    ['fragments around nodes', '{ page { ... on Page { nodes { ... on Node { id } } } } }', ['id']],
    ['the same list twice', '{ page { nodes { id } nodes { court } } }', ['court', 'id']],
    ['the same field twice', '{ page { nodes { id } } page { nodes { court } } }', ['court', 'id']],
    [
      'a field that is skipped',
      'query ($no: Boolean!) { page { nodes { id court @include(if: $no) } } }',
      ['court', 'id'],
    ],
  ])('%s', async (_, source, expected) => {
    expect(await asked(source)).toEqual(expected);
  });
});
