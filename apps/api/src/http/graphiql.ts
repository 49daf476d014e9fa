import fastifyStatic from '@fastify/static';
import type { Persona } from '#identity';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { PAGE_POLICY } from './protection/headers.ts';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => path.dirname(require.resolve(`${name}/package.json`));

/** GraphiQL from this machine's own files: the network it runs in may have no internet. */
const ASSETS: Record<string, [folder: string, file: string]> = {
  'react.js': [path.join(folderOf('react'), 'umd'), 'react.production.min.js'],
  'react-dom.js': [path.join(folderOf('react-dom'), 'umd'), 'react-dom.production.min.js'],
  'graphiql.js': [folderOf('graphiql'), 'graphiql.min.js'],
  'graphiql.css': [folderOf('graphiql'), 'graphiql.min.css'],
};

const OPEN = { config: { permission: 'NOBODY_IN_PARTICULAR' } } as const;

/** In the demo nobody signs in: who one is has to be plain to see, and to change. */
function banner(personas: readonly Persona[]): string {
  if (!personas.length) return '';
  const options = personas.map(({ key, zh, en }) => `<option value="${key}">${zh} ${en}</option>`).join('');
  return `<div id="demo">演示 DEMO · 虚构数据,无须登录 invented data, no sign-in · 身份 persona
<select id="persona"><option value="">(未选择 nobody)</option>${options}</select></div>`;
}

/** No script stands in the page itself: the content policy would not run it. */
const page = (personas: readonly Persona[]) => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>案卷 Anjuan · GraphiQL</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/graphiql/graphiql.css">
<style>body{margin:0;display:flex;flex-direction:column;height:100vh}#graphiql{flex:1;min-height:0}
#demo{background:#b4311a;color:#fff;font:14px sans-serif;padding:6px 12px}
@media(max-width:700px){.graphiql-session{flex-direction:column!important}}</style></head>
<body>${banner(personas)}<div id="graphiql">正在加载 Loading…</div>
<script src="/graphiql/react.js"></script><script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script><script src="/graphiql/start.js"></script></body></html>`;

const startScript = (
  firstQuery: string,
) => `const subscriptionUrl = location.origin.replace(/^http/, 'ws') + '/graphql';
const fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl });
const show = () => ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: ${JSON.stringify(firstQuery)}, shouldPersistHeaders: false }));
const chooser = document.getElementById('persona');
const choose = () => fetch('/demo/persona', { method: 'POST', headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ persona: chooser.value }) }).then(() => localStorage.setItem('anjuan.persona', chooser.value));
if (chooser) {
  chooser.value = localStorage.getItem('anjuan.persona') ?? 'supervisor';
  chooser.onchange = () => choose().then(() => location.reload());
  choose().then(show);
} else show();
`;

/** @param personas who one may be in the demo; none: whoever is signed in */
export async function serveGraphiql(
  fastify: FastifyInstance,
  firstQuery: string,
  personas: readonly Persona[],
): Promise<void> {
  await fastify.register(fastifyStatic, { root: folderOf('graphiql'), serve: false });
  fastify.get('/', OPEN, (_request, reply) => reply.redirect('/graphiql'));
  fastify.get('/graphiql', OPEN, (_request, reply) =>
    reply
      .header('content-security-policy', PAGE_POLICY)
      .type('text/html; charset=utf-8')
      .send(page(personas)),
  );
  fastify.get('/graphiql/start.js', OPEN, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(startScript(firstQuery)),
  );
  for (const [name, [folder, file]] of Object.entries(ASSETS)) {
    fastify.get(`/graphiql/${name}`, OPEN, (_request, reply) => reply.sendFile(file, folder));
  }
}
