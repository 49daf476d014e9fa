import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { columnList, type Table } from './catalogue.ts';
import type { TableSum } from './manifest.ts';

/** Rows and SHA-256 of a table's data while it passes by. */
export class TableCounter {
  readonly #hash = createHash('sha256');
  #rows = 0;

  constructor(readonly table: Pick<Table, 'name' | 'columns'>) {}

  /** In PostgreSQL's text format every row ends in a line feed, and none stands inside of one. */
  add(chunk: Buffer): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.#rows++;
  }

  /** Ends the counting. */
  sum(): TableSum {
    const { name, columns } = this.table;
    return { name, columns, rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** Reads a table in its fixed order, in PostgreSQL's text format, which every supported server reads and writes. */
export function readTable(client: ClientBase, table: Table): AsyncIterable<Buffer> {
  const columns = columnList(client, table.columns);
  const from = client.escapeIdentifier(table.name);
  return client.query(copyTo(`copy (select ${columns} from ${from} order by ${table.order}) to stdout`));
}

/** Reads a table to the end and keeps nothing but its sum. */
export async function sumTable(client: ClientBase, table: Table): Promise<TableSum> {
  const counter = new TableCounter(table);
  for await (const chunk of readTable(client, table)) counter.add(chunk);
  return counter.sum();
}
