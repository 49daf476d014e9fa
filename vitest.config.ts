import * as path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: [
      // the package's own imports from their sources: a test must never meet a stale build
      { find: /^#schema$/, replacement: path.join(root, 'schema/index.ts') },
      { find: /^#schema\/(.+)$/, replacement: path.join(root, 'schema/$1.ts') },
      { find: /^#test\/(.+)$/, replacement: path.join(root, 'test/$1.ts') },
      { find: /^#(.+)$/, replacement: path.join(root, 'libs/$1/index.ts') },
      // graphql ships two builds without an exports map; tests and Nest must load the same one
      { find: /^graphql$/, replacement: 'graphql/index.js' },
    ],
  },
  test: {
    include: ['libs/**/*.spec.ts', 'apps/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // files share a process, which loads the code once: half of the time was loading
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
