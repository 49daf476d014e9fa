import type { Scope } from '#identity';
import { ListParties } from '#queries';
import { Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { columnsAsked } from './columns-asked.ts';
import type { Proceeding } from './proceedings.types.ts';

/** Gives cases their parties: all of a page at once, and only where a query asks for them. */
@Injectable()
export class Parties {
  constructor(private readonly list: ListParties) {}

  async onPage(scope: Scope, nodes: readonly Proceeding[], info: GraphQLResolveInfo): Promise<void> {
    if ((columnsAsked(info) as ReadonlySet<string>).has('parties')) await this.on(scope, nodes);
  }

  async on(scope: Scope, cases: readonly Proceeding[]): Promise<void> {
    const ids = cases.map(one => one.id);
    const parties = await this.list.of(scope, ids);
    for (const one of cases) one.parties = parties.get(one.id) ?? [];
  }
}
