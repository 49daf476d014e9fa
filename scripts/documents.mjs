// npm run documents -- OUT FILE.graphql…: writes the list of operations that a server with TRUSTED_DOCUMENTS=OUT runs,
// by the SHA-256 of their text. Each operation is checked against schema/schema.graphql; one text for each operation,
// with the fragments it uses.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, Kind, parse, print, separateOperations, validate } from 'graphql';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [out, ...files] = process.argv.slice(2);
if (!out || files.length === 0) {
  console.error('usage: npm run documents -- OUT.json FILE.graphql…');
  process.exit(2);
}

const schema = buildSchema(fs.readFileSync(path.join(root, 'schema/schema.graphql'), 'utf8'));
const documents = {};
for (const file of files) {
  try {
    const parsed = parse(fs.readFileSync(file, 'utf8'));
    const [error] = validate(schema, parsed);
    if (error) throw error;
    if (parsed.definitions.some(one => one.kind === Kind.OPERATION_DEFINITION && !one.name))
      throw new Error('every operation needs a name');
    for (const operation of Object.values(separateOperations(parsed))) {
      const text = print(operation);
      documents[createHash('sha256').update(text).digest('hex')] = text;
    }
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    process.exit(1);
  }
}
fs.writeFileSync(out, `${JSON.stringify(documents, null, 2)}\n`);
console.log(`${Object.keys(documents).length} operations written to ${out}`);
