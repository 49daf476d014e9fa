import type { Scope } from '#identity';
import { distinctNames, OfficialNames, type OwnedName, type Part } from '#queries';
import { DIMENSIONS, type Dimension } from '#statistics';
import { Injectable } from '@nestjs/common';
import { Labels } from '../shared/labels.ts';

/** Names the parts of a breakdown. */
@Injectable()
export class PartLabels {
  constructor(
    private readonly labels: Labels,
    private readonly officials: OfficialNames,
  ) {}

  async of(scope: Scope, by: Dimension, parts: readonly Part[]): Promise<Map<string | null, string>> {
    const values = parts.flatMap(one => one.value ?? []);
    const labels = distinctNames(await this.names(scope, by, values));
    return new Map<string | null, string>([[null, `${DIMENSIONS[by].zh}未登记`], ...labels]);
  }

  private async names(
    scope: Scope,
    by: Dimension,
    values: readonly string[],
  ): Promise<Map<string, OwnedName>> {
    if (by === 'HANDLER') {
      const officials = await this.officials.of(scope, values.map(Number));
      return new Map(
        officials.map(one => [
          String(one.id),
          { name: one.name, of: this.labels.organ(one.organId)?.name ?? null },
        ]),
      );
    }
    if (by === 'ORGAN' || by === 'RESPONDENT')
      return new Map(
        values.map(value => [
          value,
          { name: this.labels.organ(Number(value))?.name ?? value, of: this.labels.above(Number(value)) },
        ]),
      );
    if (by === 'INSTANCE')
      return new Map(values.map(value => [value, { name: this.labels.instance(value), of: null }]));
    return new Map(
      by.startsWith('MONTH')
        ? []
        : values.map(value => [value, { name: this.labels.code(value).zh, of: null }]),
    );
  }
}
