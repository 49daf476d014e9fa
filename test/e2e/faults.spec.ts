import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';

/** What the work leaves in the log. */
const logged = async (work: () => Promise<unknown>): Promise<string> => {
  const seen = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await work();
    return seen.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    seen.mockRestore();
  }
};

describe('a fault of ours', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ LOG_LEVEL: 'error' });
    await runSql(app.databaseUrl, 'alter table ledger_import rename to ledger_import_gone');
  });
  afterAll(() => app?.stop());

  it('is told to the client by its code alone, and to the log with everything', async () => {
    let told = '';
    const log = await logged(async () => {
      told = JSON.stringify(await app.send('{ ledgerImport(id: 1) { id } }'));
    });
    expect(told).toContain('INTERNAL_SERVER_ERROR');
    expect(told).not.toContain('ledger_import');
    expect(log).toContain('relation "ledger_import" does not exist');
  });

  it('a mistake of the client is no fault, and leaves no line', async () => {
    const log = await logged(async () => {
      await app.send('{ organs(parent: "nowhere") { id } }');
      await app.send('{ nothing }');
      await app.fetch('/nowhere');
    });
    expect(log).toBe('');
  });
});
