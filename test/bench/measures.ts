import type { Measure } from './report.ts';
import type { ImportResult, SizeResult } from './run.ts';

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const times = (a: number, b: number) => Math.max(a, b) / Math.min(a, b);
const short = (cases: number) => (cases >= 1e6 ? `${cases / 1e6}M` : `${cases / 1e3}k`);

const LIST_TARGET = 0.65;
const PROTECTED_TARGET = 0.9;
const SAME_WITHIN = 1.3;
const FIGURES = [
  { name: "year's outcomes, one city with subordinates", most: 10 },
  { name: "year's outcomes, one city alone", most: 10 },
  { name: "year's outcomes, all organs", most: 50 },
];
const RETURNS = ['return of a year, one city with subordinates', 'return of a year, all organs'];
const RETURN_MOST = 1000;
const ROWS_PER_SECOND = 3000;
const PEAK_MB = 600;

function ofList({ cases, list }: SizeResult): Measure[] {
  if (!list) return [];
  const { floor, api, unprotected, ratio, protection } = list;
  const rate = ({ perSecond, p50, p99 }: typeof api) =>
    `${Math.round(perSecond)} req/s (p50 ${p50}, p99 ${p99} ms)`;
  const name = `list page of 20, ${short(cases)} cases`;
  return [
    { measure: `${name}: node:http + pg`, value: rate(floor), ratio: null, target: null, met: null },
    {
      measure: `${name}: GraphQL`,
      value: rate(api),
      ratio,
      target: `≥ ${LIST_TARGET} of node:http + pg`,
      met: ratio >= LIST_TARGET,
    },
    {
      measure: `${name}: GraphQL without protection`,
      value: rate(unprotected),
      ratio: protection,
      target: `protection costs ≤ ${100 - PROTECTED_TARGET * 100} %`,
      met: protection >= PROTECTED_TARGET,
    },
  ];
}

function ofFigures({ cases, figures = [] }: SizeResult): Measure[] {
  return figures.map(({ graphql, query }, i) => ({
    measure: `${FIGURES[i]!.name}, ${short(cases)} cases`,
    value: `${ms(graphql)} (query ${ms(query)})`,
    ratio: null,
    target: `≤ ${FIGURES[i]!.most} ms`,
    met: graphql <= FIGURES[i]!.most,
  }));
}

function ofGrowth([large, small]: SizeResult[]): Measure[] {
  if (!large?.figures || !small?.figures) return [];
  return large.figures.map((one, i) => {
    const ratio = times(one.graphql, small.figures![i]!.graphql);
    return {
      measure: `${FIGURES[i]!.name}: ${short(large.cases)} against ${short(small.cases)}`,
      value: `${ms(one.graphql)} / ${ms(small.figures![i]!.graphql)}`,
      ratio,
      target: `≤ ${SAME_WITHIN}`,
      met: ratio <= SAME_WITHIN,
    };
  });
}

function ofReturns({ cases, returns = [] }: SizeResult): Measure[] {
  return returns.map(({ all, fill, write }, i) => ({
    measure: `${RETURNS[i]!}, ${short(cases)} cases`,
    value: `${ms(all)} (fill ${ms(fill)}, XLSX ${ms(write)})`,
    ratio: null,
    target: `≤ ${RETURN_MOST} ms`,
    met: all <= RETURN_MOST,
  }));
}

function ofRecount(measure: string, { differences, seconds }: SizeResult['recount']): Measure {
  const value = `${differences} differences (${seconds.toFixed(1)} s)`;
  return { measure, value, ratio: null, target: '0 differences', met: differences === 0 };
}

function peakOf(measure: string, { peak }: ImportResult['first']): Measure {
  const value = `${Math.round(peak)} MB`;
  return { measure, value, ratio: null, target: `≤ ${PEAK_MB} MB`, met: peak <= PEAK_MB };
}

function ofImport({ first, again, recount }: ImportResult): Measure[] {
  const rate = ({ rowsIn, seconds }: typeof first) => rowsIn / seconds;
  const value = (one: typeof first) =>
    `${Math.round(rate(one))} rows/s (${one.rowsIn} in ${one.seconds.toFixed(1)} s, ${one.cpuSeconds.toFixed(1)} s of processor)`;
  const target = `≥ ${ROWS_PER_SECOND} rows/s`;
  return [
    {
      measure: 'import of a ledger',
      value: value(first),
      ratio: null,
      target,
      met: rate(first) >= ROWS_PER_SECOND,
    },
    {
      measure: 'the same ledger again',
      value: value(again),
      ratio: null,
      target,
      met: rate(again) >= ROWS_PER_SECOND,
    },
    peakOf('peak memory of the importing process', first),
    peakOf('peak memory after the second import', again),
    ofRecount('recount after the import', recount),
  ];
}

/** The lines of the table, in the order of the targets. */
export function measuresOf(sizes: SizeResult[], imported: ImportResult | null): Measure[] {
  return [
    ...sizes.flatMap(ofList),
    ...sizes.flatMap(ofFigures),
    ...ofGrowth(sizes),
    ...sizes.map(one => ofRecount(`recount of ${short(one.cases)} cases`, one.recount)),
    ...sizes.flatMap(ofReturns),
    ...(imported ? ofImport(imported) : []),
  ];
}
