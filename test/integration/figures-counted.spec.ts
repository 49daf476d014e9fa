import { officeScope } from '#identity';
import { kindOf, REGISTERS, type Register } from '#codes';
import { CountAppearance, Figures, FillReturn, FLOW, isWholeMonths, type Question } from '#queries';
import {
  APPEARANCE_ASIDES,
  APPEARANCE_VARIANTS,
  breakdown,
  brokenCases,
  checkIdentities,
  countMeasures,
  DIMENSIONS,
  evaluate,
  evaluateAppearance,
  evaluateReturn,
  measuresOfKind,
  RETURN_FORM_CODES,
  returnForm,
  type Dimension,
  type ProceedingFacts,
} from '#statistics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someScopes, startWithCases, type FiguresApp } from '../support/figures/app.ts';
import { factsIn } from '../support/figures/plant.ts';

const ALL_REGISTERS = Object.keys(REGISTERS) as Register[];

const told = ({ organIds, scope }: Question) => JSON.stringify({ organIds, scope });

describe('what the database counts is what the definitions say of the same cases', () => {
  let planted: FiguresApp;
  let facts: ProceedingFacts[];
  let scopes: Question['scope'][];
  let organs: Record<'one' | 'subtree' | 'all', readonly number[] | null>;
  let figures: Figures;

  beforeAll(async () => {
    planted = await startWithCases(20_170, 4000);
    facts = await factsIn(planted.app.databaseUrl);
    scopes = someScopes(planted.chance, 2);
    const id = (code: string) => Number(planted.organs.get(code));
    organs = { one: [id('east')], subtree: ['east', 'east-police', 'east-town'].map(id), all: null };
    figures = planted.app.app.get(Figures);
  });
  afterAll(() => planted?.app.stop());

  const within = (organIds: readonly number[] | null) =>
    organIds === null ? facts : facts.filter(one => organIds.includes(Number(one.organ)));
  const questions = (register: Register): Question[] =>
    Object.values(organs).flatMap(organIds =>
      scopes.map(scope => ({ register, organIds, scope, visible: officeScope(organIds ?? 'ALL') })),
    );

  it('the cases are many, of every register, and some have gaps', () => {
    expect(facts.length).toBeGreaterThan(3800); // some of the 4000 are voided
    for (const register of ALL_REGISTERS)
      expect(facts.filter(one => one.register === register).length).toBeGreaterThan(400);
    expect(facts.filter(one => one.acceptedOn && one.matter === null).length).toBeGreaterThan(10);
  });

  it.each(ALL_REGISTERS)('%s: every measure', async register => {
    for (const question of questions(register)) {
      const expected = countMeasures(register, within(question.organIds), question.scope);
      expect(await figures.measures(question), `${told(question)}`).toEqual(expected);
    }
  });

  it.each(ALL_REGISTERS)('%s: stock and flow from the month figures are those counted', async register => {
    let fromMonths = 0;
    for (const question of questions(register)) {
      const counted = countMeasures(register, within(question.organIds), question.scope);
      const flow = await figures.flow(question);
      for (const code of Object.values(FLOW[kindOf(register)]))
        expect(flow[code], `${code} ${told(question)}`).toBe(counted[code]);
      fromMonths += Number(isWholeMonths(question.scope));
    }
    expect(fromMonths).toBe(6);
  });

  it.each(ALL_REGISTERS)('%s: outcomes from the month figures are those counted', async register => {
    const disposed = measuresOfKind(kindOf(register)).find(one =>
      ['DISPOSED', 'SUITS_CLOSED', 'MEDIATIONS_CLOSED'].includes(one.code),
    )!;
    for (const question of questions(register)) {
      const expected = breakdown(disposed, register, 'OUTCOME', within(question.organIds), question.scope);
      const counted = await figures.outcomes(question);
      expect(new Map(counted.map(one => [one.value, one.n])), `${told(question)}`).toEqual(expected);
    }
  });

  it.each(ALL_REGISTERS)('%s: every measure broken down by every dimension adds up', async register => {
    const visible = officeScope(organs.subtree ?? 'ALL');
    const question: Question = { register, organIds: organs.subtree, scope: scopes[2]!, visible };
    const mine = within(question.organIds);
    const total = await figures.measures(question);
    for (const measure of measuresOfKind(kindOf(register)))
      for (const by of Object.keys(DIMENSIONS) as Dimension[]) {
        const parts = await figures.parts(question, measure.code, by);
        const sum = parts.reduce((cents, part) => cents + Math.round(part.n * 100), 0) / 100;
        expect(sum, `${measure.code} by ${by}`).toBe(total[measure.code]);
        const expected = breakdown(measure, register, by, mine, question.scope);
        expect(new Map(parts.map(one => [one.value, one.n])), `${measure.code} by ${by}`).toEqual(expected);
      }
  });

  it.each(ALL_REGISTERS)('%s: identities, and the cases that break them', async register => {
    let broken = 0;
    for (const question of questions(register)) {
      const mine = within(question.organIds);
      const expected = checkIdentities(register, countMeasures(register, mine, question.scope));
      const checks = await figures.identities(question);
      expect(checks, `${told(question)}`).toEqual(expected);
      for (const check of checks) {
        const cases = await figures.broken(question, check, 1000);
        const labels = brokenCases(check.identity, register, mine, question.scope).map(one => one.id);
        expect(cases, `${check.identity.code} ${told(question)}`).toHaveLength(labels.length);
        expect(check.holds, 'an identity holds when no case breaks it').toBe(cases.length === 0);
        broken += cases.length;
      }
    }
    expect(broken).toBeGreaterThan(0);
  });

  it('appearance: every variant, every exclusion and every number beside it', async () => {
    const counter = planted.app.app.get(CountAppearance);
    for (const { organIds, scope, visible } of questions('LITIGATION')) {
      const mine = within(organIds);
      const { variants, asides } = await counter.count({ organIds, scope, visible });
      for (const { variant, numerator, denominator, value, excluded } of variants) {
        const expected = evaluateAppearance(variant, mine, scope);
        const reasons = Map.groupBy(expected.excluded, one => one.reason);
        expect({ numerator, denominator, value }, `${variant.code}`).toEqual({
          numerator: expected.numerator,
          denominator: expected.denominator,
          value: expected.value,
        });
        expect(new Map(excluded.map(one => [one.reason, one.n])), `${variant.code}`).toEqual(
          new Map([...reasons].map(([reason, list]) => [reason, list.length])),
        );
      }
      expect(variants.map(one => one.variant)).toEqual(APPEARANCE_VARIANTS);
      for (const { code, n } of asides)
        expect(n, `${code}`).toBe(
          mine.filter(one => evaluate(APPEARANCE_ASIDES[code].where, one, scope)).length,
        );
    }
  });

  it.each(RETURN_FORM_CODES)('the return %s, row by row and column by column', async code => {
    const filler = planted.app.app.get(FillReturn);
    const form = returnForm(code);
    const register = form.kind === 'LITIGATION' ? 'LITIGATION' : 'RECONSIDERATION';
    for (const question of questions(register)) {
      const grid = await filler.fill(code, question);
      const expected = evaluateReturn(form, register, within(question.organIds), question.scope);
      const numbers = (of: typeof grid) =>
        of.blocks.map(block =>
          [...block.rows, block.unplaced, block.total]
            .map(row => row && [row.key, row.values, row.memo])
            .sort(),
        );
      expect(numbers(grid), `${told(question)}`).toEqual(numbers(expected));
    }
  });
});
