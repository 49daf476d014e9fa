// npm run journal -- verify | show SUBJECT: proves the journal's chains, or prints one. Works on DATABASE_URL, else on the
// embedded database's data, beside a running `npm start` or without it.
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { ensureBuilt } from './build.mjs';
import { openDatabase } from './database.mjs';

const USAGE = `用法 usage:
  npm run journal -- verify [--anchor FILE] [--against FILE]
  npm run journal -- show SUBJECT      例如 e.g. ORGAN:1, ACCOUNT:1, PROCEEDING:12, INSTALLATION:0
verify 核验全部记录链;--anchor 写出锚定文件(请存放在本机之外);--against 与以前的锚定文件核对。
退出码 exit code: 0 完好 whole · 1 有问题 broken · 2 用法错误 usage`;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inCallersFolder = file => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

ensureBuilt();
const { journalSubject } = await import('../dist/libs/identity/index.js');
const { verifyJournal } = await import('../dist/libs/persistence/journal/verify.js');
const { entriesOf } = await import('../dist/libs/persistence/journal/entries-of.js');
const { entryLine, faultLine } = await import('../dist/libs/persistence/journal/words.js');

function readCommand(args) {
  try {
    const options = { anchor: { type: 'string' }, against: { type: 'string' } };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [action, given, ...rest] = positionals;
    if (action === 'verify' && given === undefined) return { action, ...values };
    const subject = action === 'show' && given && !rest.length ? journalSubject(given) : null;
    return subject && !Object.keys(values).length ? { action, subject } : null;
  } catch {
    return null;
  }
}

/** Written beside its place and renamed: a verification that is stopped leaves no half anchor. */
async function verify(client, { anchor, against }) {
  const kept = against && (await fs.promises.open(inCallersFolder(against)));
  const target = anchor && inCallersFolder(anchor);
  const out = target && fs.createWriteStream(`${target}.part`);
  const keep = out && (async line => out.write(line) || (await once(out, 'drain')));
  const begun = Date.now();
  const report = await verifyJournal(client, { anchor: keep, against: kept?.readLines() });
  for (const fault of report.faults) console.log(faultLine(fault));
  if (report.broken > report.faults.length) console.log(`… and ${report.broken - report.faults.length} more`);
  console.log(
    `${report.entries} entries of ${report.subjects} subjects, ${report.broken} broken (${Date.now() - begun} ms)`,
  );
  console.log(`total ${report.total}`);
  if (out) {
    out.end();
    await once(out, 'finish');
    if (report.broken) fs.rmSync(`${target}.part`);
    else fs.renameSync(`${target}.part`, target);
    console.log(report.broken ? 'no anchor written: the journal is broken' : `anchor written to ${target}`);
  }
  return report.broken ? 1 : 0;
}

async function show(client, subject) {
  for await (const entry of entriesOf(client, subject)) console.log(entryLine(entry));
  return 0;
}

const command = readCommand(process.argv.slice(2));
if (!command) {
  console.error(USAGE);
  process.exit(2);
}
const database = await openDatabase(root);
const client = new Client(database.url);
let code = 1;
try {
  await client.connect();
  code = command.action === 'verify' ? await verify(client, command) : await show(client, command.subject);
} catch (error) {
  console.error(`journal: ${error.message}`);
} finally {
  await client.end().catch(() => undefined);
  await database.close();
}
process.exit(code);
