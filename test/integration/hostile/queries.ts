import * as fc from 'fast-check';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Hostile } from '../../support/hostile/hostile.ts';

const times = (n: number, text: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => text(i)).join(' ');
const PROCEEDING = 'organ { code } respondent { name } outcome { zh }';

/** Fragments that spread the next one twice: small to write, endless to run. */
const bomb = (levels: number) =>
  `{ proceedings { nodes { ...F0 } } } ${times(levels, i => `fragment F${i} on Proceeding { ...F${i + 1} a${i}: id ...F${i + 1} }`)}
   fragment F${levels} on Proceeding { id }`;

const QUERIES: [what: string, query: string, code: string][] = [
  [
    '20 levels of introspection',
    `{ __schema { types { fields { type ${'{ ofType '.repeat(20)} { name } ${'}'.repeat(20)} } } } }`,
    'QUERY_TOO_DEEP',
  ],
  [
    '500 fragments in one another, which cost nothing',
    `query { figures(input: {from: "2024-01-01", to: "2024-02-01"}) { ${'... { '.repeat(500)} __typename ${'}'.repeat(500)} } }`,
    '',
  ],
  ['31 aliases', `{ ${times(31, i => `a${i}: __typename`)} }`, 'QUERY_TOO_MANY_ALIASES'],
  [
    '500 aliases of one mutation',
    `mutation { ${times(150, i => `a${i}: undoLedgerImport(id: 1) { __typename }`)} }`,
    'QUERY_TOO_MANY_ALIASES',
  ],
  ['21 fields at the top', `{ ${times(21, () => `organs(name: "x") { code }`)} }`, 'QUERY_TOO_MANY_FIELDS'],
  ['1,000 times the same field', `{ ${'__typename '.repeat(1000)} }`, 'QUERY_TOO_MANY_FIELDS'],
  ['more words than one reads', `{ ${'__typename '.repeat(3000)} }`, 'QUERY_TOO_LONG'],
  [
    '31 directives',
    `{ ${times(31, () => 'organs @include(if: true) { code }')} }`,
    'QUERY_TOO_MANY_DIRECTIVES',
  ],
  ['directives nobody knows', `{ organs ${times(40, i => `@x${i}`)} { code } }`, 'QUERY_TOO_MANY_DIRECTIVES'],
  [
    'the same directive often',
    `{ organs ${'@skip(if: false) '.repeat(40)} { code } }`,
    'QUERY_TOO_MANY_DIRECTIVES',
  ],
  ['a fragment bomb', bomb(25), 'QUERY_TOO_LARGE'],
  [
    'a fragment within itself',
    `{ organs { ...A } } fragment A on Organ { code ...B } fragment B on Organ { ...A }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'ten full pages',
    `{ ${times(20, i => `p${i}: proceedings(first: 200) { nodes { id caseNumber ${PROCEEDING} } }`)} }`,
    'QUERY_TOO_COSTLY',
  ],
  [
    'twenty years of every rate',
    `{ ${times(20, i => `f${i}: figures(input: {from: "20${10 + i}-01-01", to: "20${10 + i}-12-31"}) { rates { text } identities { zh } measures { value } }`)} }`,
    'QUERY_TOO_COSTLY',
  ],
  ['a page without end', `{ proceedings(first: 2147483647) { nodes { id } } }`, 'PAGE_SIZE'],
  ['a page of less than nothing', `{ proceedings(first: -1) { nodes { id } } }`, 'PAGE_SIZE'],
  [
    'a number larger than any',
    `{ proceedings(first: 99999999999999999999) { nodes { id } } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['an unknown field', `{ accountsWithPasswords { hash } }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['a field without its parts', `{ organs }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['a wrong type', `{ organ(code: 5) { code } }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['a wrong enumeration', `{ codes(list: NOT_ONE) { code } }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['no text', ' ', 'GRAPHQL_PARSE_FAILED'],
  ['half a text', '{ organs { code }', 'GRAPHQL_PARSE_FAILED'],
  [
    'lists in lists',
    `{ organ(code: ${'['.repeat(900)}${']'.repeat(900)}) { code } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'objects in objects',
    `{ figures(input: ${'{a:'.repeat(300)}1${'}'.repeat(300)}) { from } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a subscription by POST', `subscription { ledgerImportProgress(id: 1) { id } }`, 'SUBSCRIPTION_BY_SOCKET'],
  [
    'two operations and no name',
    'query A { __typename } query B { __typename }',
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'a block of text without end',
    `{ organ(code: """${'x'.repeat(50_000)}) { code } }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  ['a sign that is none', '{ organs { code \u0000 } }', 'GRAPHQL_PARSE_FAILED'],
];

const ORGANS =
  'query ($name: String, $first: Int) { organs(name: $name) { code } proceedings(first: $first) { nodes { id } } }';
const WRONG_VARIABLES: unknown[] = [
  { name: 5 },
  { name: {} },
  { name: ['a', 'b'] },
  { name: true },
  { first: '20' },
  { first: 1.5 },
  { first: Number.MAX_VALUE },
  { first: {} },
  { first: [] },
  { first: null },
  'text',
  5,
  [],
  ['a'],
  { name: { toString: 'x' } },
  { first: { valueOf: 1 } },
];

const BODIES: [what: string, body: string][] = [
  ['nothing', ''],
  ['a list', '[]'],
  ['a batch', JSON.stringify(Array.from({ length: 50 }, () => ({ query: '{ __typename }' })))],
  ['null', 'null'],
  ['a number', '5'],
  ['a text', '"{ __typename }"'],
  ['half of it', '{"query": "{ __type'],
  ['an object as text', '{"query": {"kind": "Document", "definitions": []}}'],
  ['a list as text', '{"query": ["{ __typename }"]}'],
  ['variables as text', '{"query": "{ __typename }", "variables": "{}"}'],
  ['extensions as text', '{"query": "{ __typename }", "extensions": "{}"}'],
  ['a number as name', '{"query": "{ __typename }", "operationName": 5}'],
  ['an unknown name', '{"query": "{ __typename }", "operationName": "x"}'],
  ['a key of the prototype', '{"query": "{ __typename }", "__proto__": {"admin": true}}'],
  [
    'a key of the prototype, within',
    '{"query": "{ __typename }", "variables": {"__proto__": {"admin": true}}}',
  ],
  [
    'a constructor',
    '{"query": "{ __typename }", "variables": {"constructor": {"prototype": {"admin": true}}}}',
  ],
  [
    'a hash of nothing',
    `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "${'0'.repeat(64)}"}}}`,
  ],
  [
    'a hash of something else',
    `{"query": "{ __typename }", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "${'0'.repeat(64)}"}}}`,
  ],
  ['a version nobody knows', '{"extensions": {"persistedQuery": {"version": 9, "sha256Hash": "x"}}}'],
  [
    'objects in objects',
    `{"query": "{ __typename }", "variables": ${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  ],
  [
    'more than one reads',
    `{"query": "{ __typename }", "variables": {"a": "${'x'.repeat(2 * 1024 * 1024)}"}}`,
  ],
];

export function attackQueries(hostile: () => Hostile): void {
  describe('queries', () => {
    it('and the question that tools ask about the schema is none of them', async () => {
      const { codes, body } = await hostile().graphql({
        query: getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }),
      });
      expect([codes, body.length > 10_000]).toEqual([[], true]);
    });

    it.each(QUERIES)('%s', async (_what, query, code) => {
      const answer = await hostile().graphql({ query }, {}, query);
      const codes = answer.codes.length ? answer.codes : [''];
      expect(codes, `${answer.body.slice(0, 400)}`).toContain(code);
    });

    it('variables of the wrong type', async () => {
      for (const variables of WRONG_VARIABLES) {
        const { codes, body } = await hostile().graphql({ query: ORGANS, variables });
        expect(codes.length || body.includes('"data"'), `${body}`).toBeTruthy();
      }
    });

    it.each(BODIES)('a body that is %s', async (_what, body) => {
      const answer = await hostile().graphql(body);
      expect(answer.codes.length || answer.body.includes('"data"'), `${answer.body}`).toBeTruthy();
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    });

    it('whatever signs one puts together', async () => {
      const word = fc.constantFrom(
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        ':',
        '!',
        '$',
        '@',
        '...',
        '|',
        '=',
        '"',
        '"""',
        'on',
        'query',
        'mutation',
        'fragment',
        'organs',
        'code',
        'null',
        '-1e9',
        '\u0000',
        '\uFEFF',
        '#',
        ',',
        '\\u{110000}',
      );
      await fc.assert(
        fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 40 }), async words => {
          const { codes, body } = await hostile().graphql({ query: words.join(' ') });
          expect(codes.length || body.includes('"data"'), `${body}`).toBeTruthy();
        }),
        { numRuns: 100 },
      );
    });
  });
}
