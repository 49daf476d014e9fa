import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PlantedProject } from './planted.ts';

describe('habits of the code', () => {
  const project = new PlantedProject();
  let lint = '';
  let types = '';

  beforeAll(() => {
    project.write('libs/law/clock.ts', 'export const now = (): number => new Date().getTime();\n');
    project.write('libs/statistics/env.ts', 'export const home = (): unknown => process.env;\n');
    project.write('libs/jobs/default.ts', 'const x = 1;\nexport default x;\n');
    project.write('libs/jobs/any.ts', 'export const f = (x: any): unknown => x;\n');
    project.write('libs/jobs/print.ts', "console.log('x');\n");
    project.write(
      'libs/jobs/long.ts',
      Array.from({ length: 251 }, (_, i) => `export const v${i} = ${i};`).join('\n'),
    );
    project.write(
      'libs/jobs/function.ts',
      `export function f(): number {\n  let x = 0;\n${'  x += 1;\n'.repeat(40)}  return x;\n}\n`,
    );
    project.write(
      'libs/jobs/params.ts',
      'export const f = (a: 1, b: 2, c: 3, d: 4, e: 5, g: 6): unknown => [a, b, c, d, e, g];\n',
    );
    project.write('libs/jobs/pool.ts', "import { Pool } from 'pg';\nexport const pool = new Pool();\n");
    project.write(
      'libs/queries/orm.ts',
      "import { MikroORM } from '@mikro-orm/postgresql';\nexport const write = (orm: MikroORM): unknown => orm.em.fork().transactional(async () => 1);\n",
    );
    project.write('libs/codes/index.ts', 'export const size = (): unknown => Buffer.alloc(1);\n');
    lint = project.run('oxlint/bin/oxlint', '--deny-warnings', '--format=unix').output;
    types = project.run('typescript/bin/tsc', '-p', 'tsconfig.pure.json').output;
  });

  afterAll(() => project.remove());

  it.each([
    ['libs/law/clock.ts', 'Date'],
    ['libs/statistics/env.ts', 'process'],
    ['libs/jobs/default.ts', 'default'],
    ['libs/jobs/any.ts', 'any'],
    ['libs/jobs/print.ts', 'console'],
    ['libs/jobs/long.ts', 'too many lines'],
    ['libs/jobs/function.ts', 'too many lines'],
    ['libs/jobs/params.ts', 'too many parameters'],
    ['libs/jobs/pool.ts', 'take a scope'],
    ['libs/queries/orm.ts', 'takes a scope'],
  ])('lint reports %s (%s)', (file, word) => {
    const lines = lint.split('\n').filter(line => line.startsWith(file));
    expect(lines.join('\n').toLowerCase()).toContain(word.toLowerCase());
  });

  it('pure libraries compile without the types of any environment', () => {
    expect(types).toContain('libs/codes/index.ts');
    expect(types).toContain("'Buffer'");
  });
});
