import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import * as path from 'node:path';

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

const page = (firstQuery: string) => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>案卷 Anjuan · GraphiQL</title>
<link rel="stylesheet" href="/graphiql/graphiql.css"><style>body{margin:0}#graphiql{height:100vh}</style></head>
<body><div id="graphiql">正在加载 Loading…</div>
<script src="/graphiql/react.js"></script><script src="/graphiql/react-dom.js"></script><script src="/graphiql/graphiql.js"></script>
<script>
const subscriptionUrl = location.origin.replace(/^http/, 'ws') + '/graphql';
const fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl });
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: ${JSON.stringify(firstQuery)}, shouldPersistHeaders: false }));
</script></body></html>`;

export async function serveGraphiql(fastify: FastifyInstance, firstQuery: string): Promise<void> {
  await fastify.register(fastifyStatic, { root: folderOf('graphiql'), serve: false });
  fastify.get('/', OPEN, (_request, reply) => reply.redirect('/graphiql'));
  fastify.get('/graphiql', OPEN, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page(firstQuery)),
  );
  for (const [name, [folder, file]] of Object.entries(ASSETS)) {
    fastify.get(`/graphiql/${name}`, OPEN, (_request, reply) => reply.sendFile(file, folder));
  }
}
