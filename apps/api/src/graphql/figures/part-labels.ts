import { OfficialNames, type Part } from '#queries';
import { DIMENSIONS, type Dimension } from '#statistics';
import { Injectable } from '@nestjs/common';
import { Labels } from '../shared/labels.ts';

/** A name, and whose it is: two towns or two handlers may have the same one. */
interface Name {
  name: string;
  of: string | null;
}

/** Names the parts of a breakdown. */
@Injectable()
export class PartLabels {
  constructor(
    private readonly labels: Labels,
    private readonly officials: OfficialNames,
  ) {}

  async of(by: Dimension, parts: readonly Part[]): Promise<Map<string | null, string>> {
    const values = parts.flatMap(one => one.value ?? []);
    const names = await this.names(by, values);
    const times = Map.groupBy(values, value => names.get(value)?.name ?? value);
    const labels = values.map((value): [string, string] => {
      const { name, of } = names.get(value) ?? { name: value, of: null };
      return [value, of !== null && times.get(name)!.length > 1 ? `${name}(${of})` : name];
    });
    return new Map<string | null, string>([[null, `${DIMENSIONS[by].zh}未登记`], ...labels]);
  }

  private async names(by: Dimension, values: readonly string[]): Promise<Map<string, Name>> {
    if (by === 'HANDLER') {
      const officials = await this.officials.of(values.map(Number));
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
