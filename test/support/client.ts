import { createClient } from 'graphql-ws';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

export interface GraphqlAnswer<T> {
  data: T;
  errors?: { message: string; extensions: { code: string } }[];
}

/** A browser sends its cookies with the handshake. */
const socketWith = (cookie?: string) =>
  class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, { protocols, headers: cookie ? { cookie } : {} } as never);
    }
  };

/** A running API as a client sees it, wherever it runs. */
export class ApiClient {
  /** @param shown what the client shows with every request, such as its token */
  constructor(
    readonly url: string,
    private readonly shown: Readonly<Record<string, string>> = {},
  ) {}

  get headers(): Readonly<Record<string, string>> {
    return this.shown;
  }

  /** The same API for whoever holds another token; none: for nobody. */
  with(headers: Readonly<Record<string, string>>): ApiClient {
    return new ApiClient(this.url, headers);
  }

  /** A plain request with what the client shows. */
  fetch(place: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${place}`, { ...init, headers: { ...this.headers, ...init.headers } });
  }

  /** Sends a query and gives back all of the answer, errors too. */
  async send<T = Record<string, never>>(query: string, variables: object = {}): Promise<GraphqlAnswer<T>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<T>;
  }

  /** Sends a query that must succeed. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.send<T>(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Follows a subscription until it ends. */
  async *subscribe<T>(query: string, variables: Record<string, unknown>): AsyncGenerator<T> {
    const client = createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      connectionParams: this.headers,
      webSocketImpl: socketWith(this.headers.cookie),
      retryAttempts: 0,
    });
    try {
      for await (const { data, errors } of client.iterate<T>({ query, variables })) {
        if (errors) throw new Error(JSON.stringify(errors));
        yield data!;
      }
    } finally {
      await client.dispose();
    }
  }

  /** Uploads a file as a browser would and gives back its key. */
  async upload(file: string | Buffer, name?: string, to = '/files'): Promise<UploadedFile> {
    const uploaded = await this.tryUpload(file, name, to);
    if (uploaded.refused) throw new Error(`upload: ${JSON.stringify(uploaded.refused)}`);
    return uploaded;
  }

  /** The same for a file that may be refused. */
  async tryUpload(
    file: string | Buffer,
    name?: string,
    to = '/files',
  ): Promise<UploadedFile & { refused?: UploadRefusal }> {
    const content = typeof file === 'string' ? readFileSync(file) : file;
    const form = new FormData();
    form.append(
      'file',
      new Blob([new Uint8Array(content)]),
      name ?? (typeof file === 'string' ? path.basename(file) : 'ledger.xlsx'),
    );
    const response = await this.fetch(to, { method: 'POST', body: form });
    const answer = (await response.json()) as UploadedFile & UploadRefusal;
    return response.ok ? answer : { ...answer, refused: answer };
  }
}

export interface UploadedFile {
  key: string;
  name: string;
  bytes: number;
}

export interface UploadRefusal {
  code: string;
  message: { zh: string; en: string };
  remedy: { zh: string; en: string };
}
