import type { Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';

export interface OfficialName {
  id: number;
  name: string;
  organId: number;
}

/** Names of officials by id, for figures broken down by handler. */
@Injectable()
export class OfficialNames {
  constructor(private readonly reader: Reader) {}

  async of(scope: Scope, ids: readonly number[]): Promise<OfficialName[]> {
    if (!ids.length) return [];
    const text = 'select id, name, organ_id as "organId" from official where id = any($1::int[])';
    return this.reader.rows<OfficialName>(scope, 'figures.officials', text, [[...ids]]);
  }
}
