export type Delimiter = ',' | ';' | '\t';

/** The delimiter that splits the first lines into the most columns, quoted text left aside. */
export function detectDelimiter(sample: string): Delimiter {
  const bare = sample.replace(/"(?:[^"]|"")*"/g, '');
  const lines = bare
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, 30);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of [',', '\t', ';'] as const) {
    const columns = lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0);
    if (columns > most) [best, most] = [delimiter, columns];
  }
  return best;
}
