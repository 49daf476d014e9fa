import autocannon from 'autocannon';

export interface Load {
  url: string;
  headers: Readonly<Record<string, string>>;
  bodies: readonly string[];
  connections: number;
  seconds: number;
}

export interface LoadResult {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Asks as fast as the server answers. Every connection begins at another place of the list. @throws on any error */
export async function run({ url, headers, bodies, connections, seconds }: Load): Promise<LoadResult> {
  let clients = 0;
  const requests = bodies.map(body => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  }));
  const result = await autocannon({
    url: `${url}/graphql`,
    connections,
    duration: seconds,
    setupClient(client) {
      const start = Math.floor((clients++ * requests.length) / connections);
      client.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
    },
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed) throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed`);
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
