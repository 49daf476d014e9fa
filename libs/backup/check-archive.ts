import { damaged, readArchive, readJson } from './archive-reader.ts';
import { DocumentCounter, hashOf } from './documents.ts';
import { MANIFEST, manifestSchema, type Manifest, type TableSum } from './manifest.ts';
import { TableCounter } from './table-data.ts';

/**
 * Reads a backup to its end and compares all of it with its manifest, before anything is touched.
 * @throws BackupProblem when it is no backup, was made by a newer program, is cut off or damaged
 */
export async function checkArchive(file: string): Promise<Manifest> {
  const found = new Found();
  let manifest: Manifest | null = null;
  for await (const { name, bytes, content } of readArchive(file)) {
    if (manifest) throw damaged(file, '清单之后还有内容', 'something follows its manifest');
    if (name === MANIFEST) {
      const parsed = manifestSchema.safeParse(await readJson(file, bytes, content));
      if (!parsed.success) throw damaged(file, '清单无法读取', 'its manifest cannot be read', parsed.error);
      manifest = parsed.data;
    } else await found.add(file, name, bytes, content);
  }
  if (!manifest) throw damaged(file, '文件不完整', 'the file is cut off');
  found.compare(file, manifest);
  return manifest;
}

/** What a backup really holds. */
class Found {
  readonly #tables = new Map<string, TableCounter>();
  readonly #documents: { key: string; bytes: number; sha256: string }[] = [];

  async add(file: string, name: string, bytes: number, content: AsyncIterable<Buffer>): Promise<void> {
    const [kind, what] = name.split('/');
    if (kind === 'documents') return this.document(what!, bytes, content);
    if (kind !== 'tables') throw damaged(file, `未知内容 ${name}`, `unknown content ${name}`);
    const counter = this.#tables.get(what!) ?? new TableCounter({ name: what!, columns: [] });
    this.#tables.set(what!, counter);
    for await (const chunk of content) counter.add(chunk);
  }

  private async document(key: string, bytes: number, content: AsyncIterable<Buffer>): Promise<void> {
    this.#documents.push({ key, bytes, sha256: await hashOf(content) });
  }

  compare(file: string, { tables, documents }: Manifest): void {
    for (const { name, rows, sha256 } of tables) {
      const sum = this.sumOf(name);
      if (sum.rows !== rows || sum.sha256 !== sha256)
        throw damaged(file, `表 ${name} 与清单不符`, `table ${name} is not what the manifest says`);
    }
    const counter = new DocumentCounter();
    for (const one of this.#documents)
      if (!documents.damaged.includes(one.key)) counter.add(one.key, one.bytes, one.sha256);
    const { count, sha256 } = counter.sum();
    if (count === documents.count && sha256 !== documents.sha256)
      throw damaged(file, '文书内容有误', 'a document has another content');
    if (count !== documents.count)
      throw damaged(
        file,
        `应有文书 ${documents.count} 份,实有 ${count} 份`,
        `${documents.count} documents are listed, ${count} are there`,
      );
  }

  private sumOf(name: string): TableSum {
    return (this.#tables.get(name) ?? new TableCounter({ name, columns: [] })).sum();
  }
}
