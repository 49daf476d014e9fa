import { posix } from 'node:path';
import type { SheetState } from '../file/types.ts';
import type { Container } from './container.ts';
import { attribute, parseWhole } from './xml.ts';

export interface WorkbookParts {
  sheets: { name: string; state: SheetState; part: string }[];
  date1904: boolean;
  sharedTexts: string | null;
  styles: string | null;
}

interface Relation {
  type: string;
  part: string;
}

const STATES: Record<string, SheetState> = { hidden: 'HIDDEN', veryHidden: 'VERY_HIDDEN' };

/** Path of the workbook part, or null when the container is not a workbook of the XML kind. */
export async function findWorkbook(container: Container): Promise<string | null> {
  if (container.has('_rels/.rels')) {
    const relations = await readRelations(container, '_rels/.rels', '');
    const main = [...relations.values()].find(r => r.type === 'officeDocument');
    if (main && /workbook[^/]*\.xml$/i.test(main.part) && container.has(main.part)) return main.part;
  }
  return container.has('xl/workbook.xml') ? 'xl/workbook.xml' : null;
}

/** Sheets in tab order with the parts they are stored in; chart and dialog sheets are left out. */
export async function readWorkbook(container: Container, workbook: string): Promise<WorkbookParts> {
  const folder = posix.dirname(workbook);
  const relations = await readRelations(
    container,
    `${folder}/_rels/${posix.basename(workbook)}.rels`,
    folder,
  );
  const sheets: WorkbookParts['sheets'] = [];
  let date1904 = false;
  await parseWhole(container, workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      if (relation?.type !== 'worksheet' || !container.has(relation.part)) return;
      const state = STATES[attributes['state'] ?? ''] ?? 'VISIBLE';
      sheets.push({ name: attributes['name'] ?? '', state, part: relation.part });
    },
  });
  const partOf = (type: string): string | null => {
    const found = [...relations.values()].find(r => r.type === type);
    return found && container.has(found.part) ? found.part : null;
  };
  return { sheets, date1904, sharedTexts: partOf('sharedStrings'), styles: partOf('styles') };
}

async function readRelations(
  container: Container,
  part: string,
  base: string,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!container.has(part)) return relations;
  await parseWhole(container, part, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(base, target);
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      relations.set(attributes['Id'] ?? '', { type, part: path });
    },
  });
  return relations;
}
