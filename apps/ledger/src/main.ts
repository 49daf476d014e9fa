import { CheckLedger, exitAfter, ImportLedger, inApplication, RegisterOrgan, UserError } from '#casework';
import { readConfig } from '#config';
import { systemScope, type SystemActor } from '#identity';
import { FileStore, OrganDirectory, prepareStores } from '#persistence';
import { LedgerImports } from '#queries';
import type { INestApplicationContext } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { WorkerModule } from '../../worker/src/worker.module.ts';
import { checkLines, importLines } from './report.ts';

const USAGE = `用法 usage:
  npm run ledger -- check FILE [--organ CODE]
  npm run ledger -- import FILE --organ CODE [--name 机关名称 [--level ORGAN_LEVEL]]
check 只核对,不写入;import 导入。--name 在机关未登记时先登记。
退出码 exit code: 0 全部可用 all fine · 3 有不合格行 rows rejected · 1 失败 failed · 2 用法错误 usage`;

/** Whoever may start a program on this machine owns the database. */
const OPERATOR: SystemActor = { system: 'ledger', onBehalfOf: null };

interface Command {
  action: 'check' | 'import';
  file: string;
  organ: string | null;
  name: string | null;
  level: string | null;
}

/** @returns null when the command line makes no sense */
export function readCommand(argv: string[]): Command | null {
  try {
    const options = {
      organ: { type: 'string' },
      name: { type: 'string' },
      level: { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [action, file, ...rest] = positionals;
    if ((action !== 'check' && action !== 'import') || !file || rest.length) return null;
    if (action === 'import' && !values.organ) return null;
    return {
      action,
      file,
      organ: values.organ ?? null,
      name: values.name ?? null,
      level: values.level ?? null,
    };
  } catch {
    return null;
  }
}

async function run(
  app: INestApplicationContext,
  command: Command,
): Promise<{ lines: string[]; rejected: number }> {
  const { key } = await app.get(FileStore).put(createReadStream(command.file));
  const upload = { key, name: path.basename(command.file) };
  if (command.action === 'check') {
    const check = await app.get(CheckLedger).execute(OPERATOR, command.organ, upload, null);
    return { lines: checkLines(check), rejected: check.total.rejected };
  }
  const code = command.organ!;
  if (command.name && !app.get(OrganDirectory).byCode(code))
    await app.get(RegisterOrgan).execute(OPERATOR, { code, name: command.name, level: command.level });
  // the same file for the same organ is a new request each time: an import may have been undone in between
  const content = createHash('sha256')
    .update(await readFile(command.file))
    .digest('hex')
    .slice(0, 12);
  const requestId = `cli:${code}:${content}:${process.pid}:${process.hrtime.bigint()}`;
  const id = await app
    .get(ImportLedger)
    .execute(OPERATOR, { organ: code, file: upload, mapping: null, requestId });
  return report(app.get(LedgerImports), id);
}

async function report(imports: LedgerImports, id: number): Promise<{ lines: string[]; rejected: number }> {
  for (;;) {
    const record = await imports.byId(systemScope(), id);
    if (record?.state === 'FAILED')
      throw new UserError(record.error!.code, record.error!, { zh: '', en: '' });
    if (record?.state === 'DONE') {
      const rows = await imports.rows(systemScope(), {
        importId: id,
        result: 'REJECTED',
        after: null,
        limit: 1000,
      });
      return { lines: importLines(record, rows), rejected: record.rejected };
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (!command || !existsSync(command.file)) {
    process.stderr.write(command ? `没有文件 no such file: ${command.file}\n` : `${USAGE}\n`);
    return 2;
  }
  const config = readConfig();
  await prepareStores(config);
  return inApplication(WorkerModule.alone(config), async app => {
    const { lines, rejected } = await run(app, command);
    process.stdout.write(`${lines.join('\n')}\n`);
    return rejected ? 3 : 0;
  });
}

exitAfter(main);
