import { DownloadLinks } from '../../../apps/api/src/http/files/download-links.ts';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { plantAccount } from '../../support/accounts.ts';
import { runSql } from '../../support/database.ts';
import { exported } from '../../support/figures/exports.ts';
import type { Hostile } from '../../support/hostile/hostile.ts';
import { NASTY } from '../../support/hostile/nasty.ts';

const QUERY = JSON.stringify({ query: '{ organs { code } }' });
const JSON_TYPE = { 'content-type': 'application/json' };

/** Everything that could say who asks, wrongly. */
export function attackIdentity(hostile: () => Hostile): void {
  const nobody = async (headers: Record<string, string>) => {
    const answer = await hostile().request('/graphql', {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: QUERY,
    });
    return { headers, codes: answer.codes, told: answer.body.includes('"organs":[') };
  };
  /** None of these headers name anybody. */
  const namesNobody = async (all: readonly Record<string, string>[]) => {
    const wrong: unknown[] = [];
    for (const headers of all) {
      const answer = await nobody(headers);
      if (answer.told || !answer.codes.includes('UNAUTHENTICATED')) wrong.push(answer);
    }
    return wrong;
  };

  describe('who asks', () => {
    it('tokens that were made up, cut off, changed or are of another kind', async () => {
      const { token } = hostile().app.account;
      const jwt = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"1"}').toString('base64url')}.`;
      const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
      const tokens = [
        '',
        'anj_',
        'x',
        token.slice(0, -1),
        `${token}A`,
        changed,
        token.toUpperCase(),
        `${token} ${token}`,
        jwt,
        `anj_${'A'.repeat(43)}`,
        `anj_' or 1=1 --`,
        'A'.repeat(10_000),
      ];
      const schemes = ['Basic', 'Token', 'bearer bearer', 'Negotiate'].map(scheme => `${scheme} ${token}`);
      const all = [...tokens.map(one => `Bearer ${one}`), ...schemes].map(authorization => ({
        authorization,
      }));
      const trusted = { 'x-forwarded-user': 'admin', 'x-account-id': '1', 'x-original-url': '/admin' };
      expect(await namesNobody([...all, trusted])).toEqual([]);
    });

    it('cookies that were made up, and a session given to the browser by somebody else', async () => {
      const values = [
        '',
        '1',
        'admin',
        'A'.repeat(43),
        '../..',
        '%00',
        `' or 1=1 --`,
        '{"accountId":1}',
        'A'.repeat(5000),
        hostile().app.account.token,
      ];
      const names = ['anjuan_session', 'session', '__Host-anjuan_session', 'anjuan_persona'];
      const cookies = [
        ...values.flatMap(value => names.map(name => `${name}=${encodeURIComponent(value)}`)),
        Array.from({ length: 300 }, (_, i) => `a${i}=b`).join('; '),
        `anjuan_session=${'A'.repeat(43)}; anjuan_session=${'B'.repeat(43)}`,
      ];
      expect(await namesNobody(cookies.map(cookie => ({ cookie })))).toEqual([]);
    });

    it('personas where there is no demo', async () => {
      const names = ['admin', 'administrator', 'HANDLER', '__proto__'];
      expect(await namesNobody(names.map(name => ({ 'x-anjuan-persona': name })))).toEqual([]);
    });

    it('a token after its time, and one that was taken back', async () => {
      const url = hostile().app.databaseUrl;
      for (const change of ["expires_at = now() - interval '1 second'", 'revoked_at = now()']) {
        const { id, token } = await plantAccount(url);
        await runSql(url, `update api_token set ${change} where account_id = $1`, [id]);
        expect(await namesNobody([{ authorization: `Bearer ${token}` }])).toEqual([]);
      }
    });
  });

  describe('links to files', () => {
    it('forged, changed, after their time, of somebody else, and used again elsewhere', async () => {
      const { app } = hostile();
      const done = await exported(app, {
        organ: 'office',
        form: 'APPEARANCE',
        format: 'CSV',
        from: '2024-01-01',
        to: '2024-12-31',
      });
      const good = new URL(done.url!, app.url);
      expect((await app.fetch(done.url!)).status).toBe(200);

      const refused = async (url: string, status: number, code: string, headers = app.headers) => {
        const answer = await hostile().request(url, { headers: { ...headers } });
        expect([answer.status, answer.codes], `${url}`).toEqual([status, [code]]);
      };
      const changed = (key: string, value: string) => {
        const url = new URL(good);
        url.searchParams.set(key, value);
        return url.pathname + url.search;
      };
      await refused(good.pathname, 403, 'LINK_INVALID');
      const later = String(Date.now() + 1e9);
      for (const value of [later, '9'.repeat(30), 'Infinity', '1e99', '', 'x'])
        await refused(changed('expires', value), 403, 'LINK_INVALID');
      const short = good.searchParams.get('signature')!.slice(0, -2);
      for (const value of [
        '',
        'x',
        'A'.repeat(43),
        short,
        createHmac('sha256', '').update('export').digest('base64url'),
      ])
        await refused(changed('signature', value), 403, 'LINK_INVALID');
      await refused(`${done.url!.replace('/exports/', '/exports/9')}`, 403, 'LINK_INVALID');
      await refused(`${done.url}&signature=x`, 403, 'LINK_INVALID');
      for (const id of ['-1', '1e1', '%31%20or%201=1', '0x1', '１', '99999999999'])
        await refused(`/exports/${id}/x${good.search}`, 403, 'LINK_INVALID');
      const other = await plantAccount(app.databaseUrl);
      await refused(done.url!, 403, 'LINK_INVALID', { authorization: `Bearer ${other.token}` });
      await refused(done.url!, 401, 'UNAUTHENTICATED', {});

      const links = app.app.get(DownloadLinks) as unknown as {
        signature(id: number, account: number, expires: string): string;
      };
      const before = String(Date.now() - 1000);
      const old = new URLSearchParams({
        expires: before,
        signature: links.signature(done.id, app.account.id, before),
      });
      await refused(`/exports/${done.id}/x?${old.toString()}`, 410, 'LINK_EXPIRED');
    });

    it('names in links', async () => {
      for (const [, text] of NASTY.filter(([, one]) => one.length < 2000)) {
        const name = encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E');
        const { status } = await hostile().request(`/exports/1/${name}`, { headers: hostile().app.headers });
        expect(status).toBeGreaterThanOrEqual(400);
      }
    });
  });
}
