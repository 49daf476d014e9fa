import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { FONT_TABLE } from './font-table.ts';

const CORE = 'docProps/core.xml';
/** The library stamps its own time on the properties and has no option for it. */
const STAMP = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/**
 * The package with every clock in it set, so that the same letter is the same bytes: entries to the first day a ZIP knows,
 * properties to the given hour. The table of fonts goes in on the way.
 */
export function sameBytes(docx: Uint8Array, writtenAt: Date): Uint8Array {
  const files = unzipSync(docx);
  const core = files[CORE];
  if (!core) throw new Error(`${CORE} is missing: the document library has changed`);
  files[CORE] = strToU8(strFromU8(core).replaceAll(STAMP, (_, tag: string) => tag + writtenAt.toISOString()));
  files['word/fontTable.xml'] = strToU8(FONT_TABLE);
  // written as local time, so it is made as local time: the same in every zone
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}
