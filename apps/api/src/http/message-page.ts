import type { UserError } from '#casework';
import type { FastifyReply } from 'fastify';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, sign => ESCAPES[sign]!);

/** A refusal for somebody who looks at a browser: what it is, what to do, and the code to name when asking for help. */
export async function messagePage(reply: FastifyReply, refusal: UserError): Promise<void> {
  const { code, zh, en, remedy, details } = refusal;
  const lines = [`${zh}${remedy.zh}`, `${en} ${remedy.en}`, [code, ...details].join(' · ')];
  const body = lines.map(line => `<p>${escaped(line)}</p>`).join('\n');
  await reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .send(
      `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>案卷 Anjuan</title>` +
        `<style>body{font-family:sans-serif;max-width:40em;margin:4em auto}</style></head>\n<body>${body}</body></html>`,
    );
}
