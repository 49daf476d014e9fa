import type { Cell } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import type { ResolvedSheet } from '../mapping/resolve.ts';
import { readDay, type DayContext } from '../values/day.ts';
import { squeeze } from '../values/text.ts';
import type { SkipReason } from './types.ts';

const TOTAL = /^.{0,12}(?:小计|合计|总计|累计|共计)(?:[::((].{0,20})?\d{0,7}[件人起]?$/;
const NOTE = /^(?:注|备注|说明|附注|注释|填表说明|填报说明|填写说明|附)(?:[::]|\d|[((].)/;
const FOOTER =
  /^(?:单位|部门)?(?:审核人|审核|审批人|复核人|复核|填表人|填报人|制表人|制表|经办人|统计人|负责人|主要负责人|分管领导|分管负责人|联系人|联系电话|电话|填表日期|填报日期|填表时间|填报时间|日期|单位|填报单位|报送单位|填表单位|统计单位|盖章|单位盖章|签字|签章)(?:[((].{0,8}[))])?(?:[::]|$)/;
const PAGE = /^第\d{1,4}页/;

/**
 * Tells data rows from what stands between and after them. Null: a data row. A row with a readable day of
 * receipt is always data, whatever its first word.
 */
export class RowClassifier {
  readonly #sheet: ResolvedSheet;
  readonly #days: DayContext;
  readonly #title: string;

  constructor(sheet: ResolvedSheet, days: DayContext) {
    this.#sheet = sheet;
    this.#days = days;
    this.#title = squeeze(sheet.title ?? '');
  }

  /** Cells with merged values filled in; at least one cell of the row itself has text. */
  skipReason(cells: readonly Cell[]): SkipReason | null {
    if (this.#hasDay(cells)) return null;
    const texts = cells.map(cell => squeeze(cellText(cell)));
    const filled = texts.filter(text => text !== '');
    const first = filled[0] ?? '';
    if (first === this.#title && first !== '') return 'TITLE';
    if (TOTAL.test(first)) return 'TOTAL';
    if (NOTE.test(first)) return 'NOTE';
    if (this.#repeatsHeader(texts, filled.length)) return 'REPEATED_HEADER';
    if (FOOTER.test(first) || PAGE.test(first)) return 'FOOTER';
    return filled.length === 1 ? this.#alone(texts, first) : null;
  }

  #hasDay(cells: readonly Cell[]): boolean {
    const column = this.#sheet.columns.get('RECEIVED_ON') ?? this.#sheet.columns.get('ACCEPTED_ON');
    if (!column) return false;
    const cell = cells[column.index] ?? null;
    if (cell === null) return false;
    // a total in the column of days is a small number, not a day
    const day = readDay(cell, this.#days);
    return day.ok && day.value !== null;
  }

  #repeatsHeader(texts: readonly string[], filled: number): boolean {
    let same = 0;
    texts.forEach((text, i) => {
      if (text !== '' && this.#sheet.headerTexts[i]?.includes(text)) same++;
    });
    return same >= 2 && same * 2 >= filled;
  }

  /** One text alone: a number prepared for a coming case, a section heading, or a case with nothing but its number. */
  #alone(texts: readonly string[], text: string): SkipReason | null {
    const index = texts.indexOf(text);
    const { columns } = this.#sheet;
    if (/^\d{1,7}$/.test(text)) return index === columns.get('CASE_NUMBER')?.index ? null : 'ONLY_NUMBER';
    return index === columns.get('CASE_NUMBER')?.index && /\d+号/.test(text) ? null : 'NOTE';
  }
}
