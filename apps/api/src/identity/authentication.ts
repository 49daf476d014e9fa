import type { Config } from '#config';
import { personaLogin } from '#identity';
import { CONFIG, Principals, type SignedIn } from '#persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { credentialsOf } from './credentials.ts';

/** What of a request says who asks and from where; a connection of graphql-ws has the same. */
export interface Asking {
  headers: IncomingHttpHeaders;
  address: string | null;
}

/** Who asks: by the session cookie, an API token, or in the demo a persona. */
@Injectable()
export class Authentication {
  constructor(
    private readonly principals: Principals,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns null when nobody is named, or nobody who may come in */
  async of({ headers, address }: Asking): Promise<SignedIn | null> {
    const found = await this.find(headers);
    return found && { ...found, address };
  }

  private find(headers: IncomingHttpHeaders): Promise<SignedIn | null> | null {
    const shown = credentialsOf(headers);
    switch (shown?.kind) {
      case 'TOKEN':
        return this.principals.byToken(shown.secret);
      case 'SESSION':
        return this.principals.bySession(shown.secret);
      case 'PERSONA':
        return this.config.demo ? this.principals.byLogin(personaLogin(shown.name)) : null;
      default:
        return null;
    }
  }
}
