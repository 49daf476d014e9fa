import { differs, type Comparison, type Manifest } from '#backup';

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

export function takenLine(target: string, manifest: Manifest, bytes: number): string {
  const { tables, documents } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    `已备份 ${tables.length} 张表 ${rows} 行、文书 ${documents.count} 份,${megabytes(bytes)} MB` +
    ` | backed up ${tables.length} tables with ${rows} rows, ${documents.count} documents: ${target}`
  );
}

/** Documents that were lost before the backup was taken; everything else is in it. */
export function warningLines({ documents }: Manifest): string[] {
  return [
    ...documents.missing.map(key => `文书缺失,请设法找回 | document missing, try to find it: ${key}`),
    ...documents.damaged.map(key => `文书已损坏,请设法找回 | document damaged, try to find it: ${key}`),
  ];
}

const short = (text: string): string => text.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/, '$1…');

/** A table of what was compared, with shortened checksums; what differs stands with both sides. */
export function comparedLines(compared: readonly Comparison[]): string[] {
  const width = Math.max(...compared.map(one => one.what.length));
  const lines = compared.map(one => {
    const name = one.what.padEnd(width);
    if (!differs(one)) return `  ${name}  一致 same       ${short(one.found)}`;
    return `  ${name}  不一致 DIFFERS  应为 expected ${short(one.expected)} · 实为 found ${short(one.found)}`;
  });
  const odd = compared.filter(differs).length;
  const verdict = odd
    ? `${odd} 项不一致 | ${odd} of ${compared.length} differ`
    : `${compared.length} 项全部一致 | all ${compared.length} are the same`;
  return [...lines, verdict];
}
