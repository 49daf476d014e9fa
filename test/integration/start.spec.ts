import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Browser } from '../support/browser.ts';
import { ApiClient } from '../support/client.ts';
import { killAll, leftRunning, processesOf, type SeenProcess } from '../support/processes.ts';
import { copyCheckout, Program } from '../support/program.ts';

const NASTY = 'test/fixtures/ledgers/nasty-2024.xlsx';
const asRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';

/** The demo's first office, when the data are there; asked as the README does. */
async function luzhou(url: string): Promise<string[]> {
  const visitor = new ApiClient(url, { 'x-anjuan-persona': 'supervisor' });
  const { organs } = await visitor.ask<{ organs: { code: string }[] }>('{ organs(name: "泸州") { code } }');
  return organs.map(one => one.code).filter(code => code === 'luzhou');
}

/** Outside of the demo: whom a persona's header makes, and that the API answers. */
async function personas(url: string): Promise<unknown> {
  const visitor = new ApiClient(url, { 'x-anjuan-persona': 'supervisor' });
  return visitor.ask('{ me { via } signInWays { personas { key } } }');
}

const NOBODY = { me: null, signInWays: { personas: [] } };

function occupy(port: number): Promise<Server | null> {
  return new Promise(resolve => {
    const server = createServer();
    server.on('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** Takes the default port; null when another program keeps it, which is as good. */
async function occupyDefault(): Promise<Server | null> {
  for (let i = 0; i < 50; i++) {
    const server = await occupy(3000);
    if (server) return server;
    await pause(100);
  }
  return null;
}

/** Takes a copy away again, and what a root start keeps outside of it. */
function remove(folder: string): void {
  killAll(processesOf(folder, outside(folder)));
  rmSync(path.dirname(folder), { recursive: true, force: true });
  rmSync(outside(folder), { recursive: true, force: true });
}

function outside(folder: string): string {
  return `/var/lib/anjuan-${createHash('sha1').update(folder).digest('hex').slice(0, 10)}`;
}

// Reads /proc to see every process; the program itself runs elsewhere too.
describe.skipIf(!isLinux)('npm start', () => {
  let folder: string;
  const start = (options?: ConstructorParameters<typeof Program>[1]) => new Program(folder, options);

  beforeAll(() => {
    folder = copyCheckout();
  });
  afterEach(() => killAll(processesOf(folder)));
  afterAll(() => remove(folder));

  it('the first start brings a database and demo data, says where to ask and answers', async () => {
    const program = start();
    const url = await program.ready();
    expect(program.out).toMatch(/PostgreSQL on 127\.0\.0\.1:\d+, data in \.data\/pg/);
    expect(program.out).toMatch(/demo: 泸州市人民政府 \(luzhou\) luzhou-2017\.xlsx: 198 cases/);
    expect(program.out).toMatch(/GraphiQL +http:\/\/127\.0\.0\.1:\d+\/graphiql/);
    expect(await luzhou(url)).toEqual(['luzhou']);
    expect(program.out).toContain('x-anjuan-persona: supervisor');
    expect(program.out).not.toContain('password');
    expect(await (await fetch(`${url}/graphiql`)).text()).toContain('演示 DEMO');
    const visitor = new Browser(url);
    const choice = { method: 'POST', headers: { 'content-type': 'application/json' } };
    await visitor.fetch('/demo/persona', { ...choice, body: '{"persona":"hearing-clerk"}' });
    expect(visitor.cookies.get('anjuan_persona')).toMatchObject({ httpOnly: true, sameSite: 'strict' });
    expect(await visitor.ask('{ me { account { login } via } }')).toEqual({
      me: { account: { login: 'persona.hearing-clerk' }, via: 'PERSONA' },
    });
    expect((await visitor.fetch('/demo/persona', { ...choice, body: '{"persona":"king"}' })).status).toBe(
      404,
    );
    expect((await visitor.signIn('persona.supervisor', '')).code).toBe('SIGN_IN_REFUSED');

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.err).toBe(
      `[anjuan] already running in this folder as process ${program.pid}; stop it first (Ctrl-C there)\n`,
    );
    expect(await luzhou(url)).toEqual(['luzhou']);

    program.interrupt();
    expect(await program.ended).toBe(0);
    expect(await leftRunning([folder], 1000)).toEqual([]);
    expect(program.err).toBe('');
  });

  it('the default port is taken: a free one is used and printed', async () => {
    const taken = await occupyDefault();
    const program = start({ settings: { PORT: undefined } });
    const url = await program.ready();
    expect(new URL(url).port).not.toBe('3000');
    expect(program.out).toContain('port 3000 is taken, using a free one');
    expect(program.err).toBe('');
    expect(await luzhou(url)).toEqual(['luzhou']);
    taken?.close();

    program.kill('SIGTERM'); // what npm and a service manager send
    expect(await program.ended).toBe(0);
    expect(await leftRunning([folder], 1000)).toEqual([]);
  });

  it('PORT is taken: one line, nothing left', async () => {
    const taken = (await occupy(0))!;
    const { port } = taken.address() as { port: number };
    const program = start({ settings: { PORT: String(port) } });
    expect(await program.ended).toBe(1);
    taken.close();
    expect(program.err).toMatch(new RegExp(`^PORT: ${port}.*端口已被占用.*\\n$`));
    expect(await leftRunning([folder], 1000)).toEqual([]);
  });

  it.each<[string, (program: Program) => unknown, number | string]>([
    ['the supervisor', program => program.kill(), 'SIGKILL'],
    ['the api', program => process.kill(program.process('main.js'), 'SIGKILL'), 1],
    ['the database', program => process.kill(program.process('postgres -D'), 'SIGKILL'), 1],
    ['its whole process group', program => process.kill(-program.pid, 'SIGKILL'), 'SIGKILL'],
    ['everything at once', () => killAll(processesOf(folder)), 'SIGKILL'],
  ])('kill -9 of %s: nothing stays, the next start has the data', async (_name, kill, ends) => {
    const program = start();
    expect(await luzhou(await program.ready())).toEqual(['luzhou']);
    kill(program);
    expect(await program.ended).toBe(ends);
    expect(await leftRunning([folder])).toEqual([]);
  });

  it('a server that outlived its supervisor and watchdog is ended and its data taken over', async () => {
    const before = start();
    await before.ready();
    const orphan = before.process('postgres -D');
    // the watchdog first: it would end the server as soon as the supervisor is gone
    const others = processesOf(folder).filter(one => !one.command.includes('postgres'));
    killAll(others.filter(one => one.command.includes('read _')));
    killAll(others);
    await pause(300);
    expect(processesOf(folder).map(one => one.pid)).toContain(orphan);

    const program = start();
    expect(await luzhou(await program.ready())).toEqual(['luzhou']);
    expect(program.out).toContain(`had left behind (process ${orphan})`);
    program.interrupt();
    expect(await program.ended).toBe(0);
  });

  it('kill -9 of the parent (npm): everything stops in order', async () => {
    const program = start({ shell: '"$@"; exit 0' });
    await program.ready();
    program.kill();
    expect(await leftRunning([folder])).toEqual([]);
    expect(existsSync(path.join(folder, '.data/pg/postmaster.pid'))).toBe(false);
  });

  it('npm run ledger borrows the running server, or brings its own and keeps a start out meanwhile', async () => {
    const ledger = () => new Program(folder, { script: 'ledger.mjs', args: ['check', NASTY] });
    const program = start();
    const url = await program.ready();
    expect(await ledger().ended).toBe(3);
    expect(await luzhou(url)).toEqual(['luzhou']);
    program.interrupt();
    expect(await program.ended).toBe(0);

    const alone = ledger();
    await vi.waitUntil(() => existsSync(path.join(folder, '.data/start.lock')), 10_000);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.err).toContain(`already running in this folder as process ${alone.pid}`);
    expect(await alone.ended).toBe(3);
    expect(await leftRunning([folder], 1000)).toEqual([]);
  });

  it('postmaster.pid and the lock name a foreign live process: both are known for stale', async () => {
    const lines = [process.pid, path.join(folder, '.data/pg'), 1_700_000_000, 1, '', '127.0.0.1', 0, 'ready'];
    writeFileSync(path.join(folder, '.data/pg/postmaster.pid'), `${lines.join('\n')}\n`);
    writeFileSync(path.join(folder, '.data/start.lock'), `${process.pid} 1`);
    const program = start();
    expect(await luzhou(await program.ready())).toEqual(['luzhou']);
    program.interrupt();
    expect(await program.ended).toBe(0);
    expect(existsSync(path.join(folder, '.data/start.lock'))).toBe(false);
  });

  it('Ctrl-C while everything is still starting leaves nothing', async () => {
    for (const ms of [150, 400, 900]) {
      const program = start();
      await pause(ms);
      program.interrupt();
      await program.ended;
      expect(await leftRunning([folder])).toEqual([]);
    }
  });

  it('Ctrl-C while the database comes up ends it, with no watchdog to do it', async () => {
    const program = start();
    let watchdogs: SeenProcess[] = [];
    while (!watchdogs.length) {
      watchdogs = processesOf(folder).filter(one => one.command.includes('read _'));
      await pause(1);
    }
    killAll(watchdogs);
    program.interrupt();
    await program.ended;
    expect(await leftRunning([folder], 1000)).toEqual([]);
  });

  it("the first administrator's password is printed once, and the owner of the machine can make another", async () => {
    rmSync(path.join(folder, '.data'), { recursive: true, force: true });
    const first = start({ settings: { DEMO: 'off' } });
    const url = await first.ready();
    const password = / login admin +password (\S+)/.exec(first.out)![1]!;
    const browser = new Browser(url);
    expect(await browser.signIn('admin', password)).toMatchObject({ mustChangePassword: true });
    const next = 'seven copper rivers at dusk';
    expect(await browser.does(`changePassword(current: "${password}", next: "${next}")`)).toBe('Done');
    expect(await browser.ask('{ accounts { login roles { role organ { code } } } }')).toEqual({
      accounts: [{ login: 'admin', roles: [{ role: 'ADMINISTRATOR', organ: null }] }],
    });

    const reset = new Program(folder, { script: 'account.mjs', args: ['reset', 'admin'] });
    expect([await reset.ended, reset.err]).toEqual([0, '']);
    expect(await browser.whoAmI()).toBeNull(); // told by the other process
    const fresh = /^ {4}(\S+)$/m.exec(reset.out)![1]!;
    expect((await browser.signIn('admin', next)).code).toBe('SIGN_IN_REFUSED');
    expect(await browser.signIn('admin', fresh)).toMatchObject({ mustChangePassword: true });
    first.interrupt();
    await first.ended;

    const second = start({ settings: { DEMO: 'off' } });
    await second.ready();
    expect(second.out).not.toContain('password of');
    expect(second.out).not.toContain('login admin');
    second.interrupt();
    await second.ended;
  }, 180_000);

  it('umask 077: a first start works', async () => {
    rmSync(path.join(folder, '.data'), { recursive: true, force: true });
    rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
    const program = start({ shell: 'umask 077; exec "$@"', settings: { DEMO: 'off' } });
    expect(await personas(await program.ready())).toEqual(NOBODY);
    expect(statSync(path.join(folder, '.data/pg')).mode & 0o077).toBe(0);
    program.interrupt();
    expect(await program.ended).toBe(0);
  });
});

describe.skipIf(!isLinux || !asRoot)('npm start, on a machine where one is root', () => {
  it('below a folder that only root may enter: the server runs elsewhere', async () => {
    const closed = mkdtempSync(path.join(tmpdir(), 'anjuan-closed-'));
    const folder = copyCheckout(closed);
    chmodSync(closed, 0o700);
    try {
      for (const again of [false, true]) {
        const program = new Program(folder, { settings: { DEMO: 'off' } });
        expect(await personas(await program.ready())).toEqual(NOBODY);
        expect(program.out).toContain(`data in ${outside(folder)}/data`);
        program.interrupt();
        expect(await program.ended).toBe(0);
        expect(await leftRunning([folder, outside(folder)], 1000)).toEqual([]);
        expect(again || existsSync(path.join(outside(folder), 'data/PG_VERSION'))).toBe(true);
      }
    } finally {
      remove(folder);
    }
  });

  it('as another user, in a folder of that user', async () => {
    const folder = copyCheckout();
    try {
      const shell =
        'chown -Rh 65534:65534 . && HOME=/tmp exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"';
      const program = new Program(folder, { shell, settings: { DEMO: 'off' } });
      expect(await personas(await program.ready())).toEqual(NOBODY);
      expect(statSync(path.join(folder, '.data/pg')).uid).toBe(65_534);
      program.interrupt();
      expect(await program.ended).toBe(0);
      expect(await leftRunning([folder], 1000)).toEqual([]);
    } finally {
      remove(folder);
    }
  });
});
