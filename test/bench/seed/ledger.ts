import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { BELOW_A_CITY } from './organs.ts';

const HEADER =
  '序号 案号 收到日期 申请人 申请人数 被申请人 被申请人级别 行政管理类别 申请复议事项 是否受理 受理日期 是否听证 结案日期 结案方式 承办人 备注'.split(
    ' ',
  );
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建文斌'];
const FIELDS = [
  '公安',
  '土地',
  '房屋征补(拆迁)',
  '工商',
  '劳动和社会保障',
  '城乡规划',
  '交通运输',
  '环保',
  '民政',
];
const MATTERS = [
  '行政处罚',
  '信息公开',
  '行政征收',
  '行政确认',
  '行政不作为',
  '行政强制',
  '行政许可',
  '其他',
];
const OUTCOMES = [
  '维持',
  '维持',
  '维持',
  '驳回申请',
  '撤销',
  '确认违法',
  '责令履行',
  '终止(协调后撤回)',
  '调解',
];
const LEVELS = ['县级政府', '市(地)级政府的部门'];

/** A small generator with a fixed seed: the same ledger every time. */
function dice(): (sides: number) => number {
  let state = 20_170_401;
  return sides => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const DAY_MS = 86_400_000;
const START = Date.UTC(2013, 0, 1);

/** Days as offices write them: mostly real dates, some as text. */
function day(offset: number, style: number): Date | string {
  const date = new Date(START + offset * DAY_MS);
  if (style > 1) return date;
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return style ? `${y}.${m}.${d}` : `${y}年${m}月${d}日`;
}

/** One line; like an office's book it goes on from day to day over twelve years. */
function line(i: number, rows: number, roll: (sides: number) => number, city: string) {
  const pick = (words: readonly string[]) => words[roll(words.length)]!;
  const received = Math.floor((i * 4300) / rows);
  const accepted = roll(10) > 0;
  const below = 1 + roll(BELOW_A_CITY);
  const county = below <= 4;
  const applicants = roll(30) === 0 ? 2 + roll(6) : 1;
  const closed = received + (accepted ? 20 + roll(60) : 4);
  return [
    i,
    `江府复〔${2013 + Math.floor(received / 366)}〕${i}号`,
    day(received, roll(10)),
    pick(SURNAMES) + pick(GIVEN) + pick(GIVEN),
    applicants,
    county ? `${city}第${below}区人民政府` : `${city}第${below}局`,
    LEVELS[county ? 0 : 1]!,
    pick(FIELDS),
    pick(MATTERS),
    accepted ? '是' : '否',
    accepted ? day(received + 1 + roll(4), roll(10)) : null,
    roll(8) ? '否' : '是',
    day(closed, roll(10)),
    accepted ? pick(OUTCOMES) : '不予受理',
    `承办人${1 + roll(5)}`,
    roll(12) ? null : '案情复杂,已告知当事人',
  ];
}

function* sheet(rows: number, city: string) {
  yield [`${city}行政复议案件台账`];
  yield [`填报单位:${city}`];
  yield HEADER;
  const roll = dice();
  for (let i = 1; i <= rows; i++) yield line(i, rows, roll, city);
}

/** Writes a reconsideration ledger as a spreadsheet program would: shared strings, a title and a unit row. */
export async function writeLedger(file: string, rows: number, city: string): Promise<void> {
  const stream = writeXlsxStream(sheet(rows, city), { name: '行政复议台账', inlineStrings: false });
  await pipeline(Readable.fromWeb(stream as never), createWriteStream(file));
}
