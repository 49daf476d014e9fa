// npm run schema: writes schema/schema.graphql from the resolvers. CI fails when the committed file differs.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
ensureBuilt();
const { emitSchema } = await import('../dist/apps/api/src/emit-schema.js');
fs.writeFileSync(path.join(root, 'schema/schema.graphql'), await emitSchema());
console.log('schema/schema.graphql written');
