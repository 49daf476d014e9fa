import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOMS } from '../../.dependency-cruiser.mjs';
import { PlantedProject, runInProject } from './planted.ts';

const DEPCRUISE = 'dependency-cruiser/bin/dependency-cruiser.mjs';
const ARGS = ['apps', 'libs', 'schema', '--config', '.dependency-cruiser.mjs'];

/** For each room, something it may not import. */
const forbiddenFor = (room: (typeof ROOMS)[number]) =>
  ['apps/api', 'libs/casework', 'libs/law/litigation', 'libs/law/mediation'].find(
    other => other !== room.room && !room.mayUse.some(may => other === may || other.startsWith(`${may}/`)),
  );

describe('import directions', () => {
  const project = new PlantedProject();
  let output = '';

  beforeAll(() => {
    for (const { room } of ROOMS) project.write(`${room}/index.ts`, 'export const here = 1;\n');
    for (const room of ROOMS) {
      const target = forbiddenFor(room);
      if (target) {
        const to = path.relative(room.room, `${target}/index.ts`);
        project.write(
          `${room.room}/planted.ts`,
          `import { here } from '${to}';\nexport const planted = here;\n`,
        );
      }
      if (room.packages)
        project.write(`${room.room}/package.ts`, `import { z } from 'zod';\nexport const planted = z;\n`);
    }
    project.write(
      'libs/codes/node.ts',
      `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n`,
    );
    project.write('libs/config/dev.ts', `import { test } from 'vitest';\nexport const planted = test;\n`);
    project.write(
      'libs/config/lost.ts',
      `import { nothing } from './nowhere.ts';\nexport const planted = nothing;\n`,
    );
    project.write('libs/config/a.ts', `import { b } from './b.ts';\nexport const a = (): unknown => b;\n`);
    project.write('libs/config/b.ts', `import { a } from './a.ts';\nexport const b = (): unknown => a;\n`);
    project.write('test/support/index.ts', 'export const here = 1;\n');
    project.write(
      'libs/config/to-test.ts',
      `import { here } from '../../test/support/index.ts';\nexport const planted = here;\n`,
    );
    output = project.run(DEPCRUISE, ...ARGS).output;
  });

  afterAll(() => project.remove());

  it('hold in the project', () => {
    const { status, output: real } = runInProject(DEPCRUISE, ...ARGS);
    expect({ status, real }).toMatchObject({ status: 0 });
  });

  it.each(ROOMS.filter(forbiddenFor).map(r => [r.room]))('are enforced in %s', room => {
    expect(output).toContain(`room:${room}: ${room}/planted.ts`);
  });

  it.each(ROOMS.filter(r => r.packages).map(r => [r.room]))('keep packages out of the pure %s', room => {
    expect(output).toContain(`pure:${room}: ${room}/package.ts`);
  });

  it.each([
    ['pure:libs/codes: libs/codes/node.ts'],
    ['product-not-to-dev-packages: libs/config/dev.ts'],
    ['not-to-unresolvable: libs/config/lost.ts'],
    ['no-circular: libs/config/'],
    ['product-not-to-test: libs/config/to-test.ts'],
  ])('report %s', violation => {
    expect(output).toContain(violation);
  });

  it('know every room there is', () => {
    const rooms = ROOMS.map(r => r.room).filter(room =>
      existsSync(path.resolve(import.meta.dirname, '../..', room)),
    );
    expect(rooms.length).toBeGreaterThan(8);
  });
});
