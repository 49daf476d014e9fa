import type { Container } from './container.ts';
import { parseWhole } from './xml.ts';

/**
 * Built-in number formats that show a day. 27–36 and 50–58 are the East Asian dates (yyyy"年"m"月"d"日" …)
 * that Chinese Excel uses without writing a format code into the file. ECMA-376 part 1, 18.8.30.
 */
function isBuiltInDay(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

/** True when a custom format code shows a year or a day, after colours, conditions and literals are removed. */
export function showsDay(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '');
  return !/general|standard/i.test(bare) && /[yde]/i.test(bare) && !/[0#?]/.test(bare);
}

/** Which cell styles (cellXfs index) show their number as a day. */
export async function readDayStyles(container: Container, part: string | null): Promise<ReadonlySet<number>> {
  const days = new Set<number>();
  if (part === null) return days;
  const custom = new Map<number, string>();
  let inCellXfs = false;
  let index = 0;
  await parseWhole(container, part, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellXfs = true;
      else if (name === 'xf' && inCellXfs) {
        const id = Number(attributes['numFmtId'] ?? 0);
        const code = custom.get(id);
        if (code === undefined ? isBuiltInDay(id) : showsDay(code)) days.add(index);
        index++;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellXfs = false;
    },
  });
  return days;
}
