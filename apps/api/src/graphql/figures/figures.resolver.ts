import { kindOf, KINDS } from '#codes';
import type { Scope } from '#identity';
import { formatRate, MEASURES, type Dimension, type MeasureCode, type MeasureValues } from '#statistics';
import { Figures, FLOW, FLOW_FIELDS } from '#queries';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { Labels } from '../shared/labels.ts';
import { OrgansAsked } from '../shared/organs-asked.ts';
import {
  BreakdownPart,
  DimensionEnum,
  Figure,
  FiguresAnswer,
  FiguresArgs,
  IdentityFigure,
  MeasureEnum,
  MergeArgs,
  OutcomeFigure,
  RateFigure,
  RatePart,
  StockAndFlow,
} from './figures.types.ts';
import { AtOneMoment } from './at-one-moment.ts';
import { checkMeasure, unknownRate } from './figure-refusals.ts';
import { mergeOutcomes } from './merge-outcomes.ts';
import { PartLabels } from './part-labels.ts';
import { Questions } from './questions.ts';

@Resolver(() => FiguresAnswer)
export class FiguresResolver {
  constructor(
    private readonly figuresOf: Figures,
    private readonly questions: Questions,
    private readonly labels: Labels,
    private readonly organs: OrgansAsked,
    private readonly partLabels: PartLabels,
  ) {}

  @Allow('figures.read')
  @Query(() => FiguresAnswer, {
    description: '统计: stock and flow, outcomes, breakdowns, rates and identities.',
  })
  figures(
    @Args('input', { type: () => FiguresArgs }) input: FiguresArgs,
    @Context('scope') scope: Scope,
  ): FiguresAnswer {
    const { organ } = this.organs.of(scope, input.organ, input.withSubordinates);
    const { register, from, to } = input;
    const question = this.questions.of(scope, input);
    return { organ, register, from, to, question, args: input, moment: this.figuresOf.moment() };
  }

  @ResolveField(() => StockAndFlow)
  @AtOneMoment()
  async stockAndFlow(@Parent() { question, args }: FiguresAnswer): Promise<StockAndFlow> {
    const values = await this.figuresOf.flow(question);
    const codes = FLOW[kindOf(question.register)];
    const fields = FLOW_FIELDS.flatMap(field => {
      const code = codes[field];
      return code ? [[field, this.figure(code, values, args)]] : [];
    });
    return Object.fromEntries(fields) as StockAndFlow;
  }

  @ResolveField(() => [Figure], { description: 'Every measure of the register, or the ones named.' })
  @AtOneMoment()
  async measures(
    @Parent() { question, args }: FiguresAnswer,
    @Args('codes', { type: () => [MeasureEnum], nullable: true }) codes: MeasureCode[] | null,
  ): Promise<Figure[]> {
    for (const code of codes ?? []) checkMeasure(code, question.register);
    const values = await this.figuresOf.measures(question);
    return (codes ?? (Object.keys(values) as MeasureCode[])).map(code => this.figure(code, values, args));
  }

  @ResolveField(() => [OutcomeFigure], { description: 'By 结案方式; `merge` puts several under one label.' })
  @AtOneMoment()
  async outcomes(
    @Parent() { question, args }: FiguresAnswer,
    @Args('merge', { type: () => [MergeArgs], nullable: true }) merge: MergeArgs[] | null,
  ): Promise<OutcomeFigure[]> {
    const counted = await this.figuresOf.outcomes(question);
    const disposed = {
      RECONSIDERATION: 'DISPOSED',
      LITIGATION: 'SUITS_CLOSED',
      MEDIATION: 'MEDIATIONS_CLOSED',
    } as const;
    const measure = disposed[kindOf(question.register)];
    const list = `${kindOf(question.register)}_OUTCOME`;
    return mergeOutcomes(counted, merge ?? [], {
      label: code => this.labels.code(code).zh,
      known: code => this.labels.listOf(code) === list,
    }).map(one => ({
      ...one,
      ref: this.questions.reference(args, { measure, by: 'OUTCOME', in: one.codes }),
    }));
  }

  @ResolveField(() => [BreakdownPart], { description: 'A measure by field, matter, level, month, handler …' })
  @AtOneMoment()
  async breakdown(
    @Parent() { question, args }: FiguresAnswer,
    @Args('measure', { type: () => MeasureEnum }) measure: MeasureCode,
    @Args('by', { type: () => DimensionEnum }) by: Dimension,
  ): Promise<BreakdownPart[]> {
    checkMeasure(measure, question.register);
    const parts = await this.figuresOf.parts(question, measure, by);
    const labels = await this.partLabels.of(question.visible, by, parts);
    const named = parts.map(part => ({
      key: part.value,
      label: labels.get(part.value) ?? part.value ?? '',
      value: part.n,
      ref: this.questions.reference(args, { measure, by, is: part.value }),
    }));
    // months are a series; everything else is read from the largest
    return named.sort(by.startsWith('MONTH') ? byLabel : (a, b) => b.value - a.value || byLabel(a, b));
  }

  @ResolveField(() => [RateFigure], { description: 'Every rate in every variant, or those of one code.' })
  @AtOneMoment()
  async rates(
    @Parent() { question, args }: FiguresAnswer,
    @Args('code', { type: () => String, nullable: true }) code: string | null,
  ): Promise<RateFigure[]> {
    const rates = await this.figuresOf.rates(question, code);
    if (code && !rates.length) throw unknownRate(code, question.register);
    return rates.map(one => ({
      ...one.rate,
      numerator: one.numerator,
      denominator: one.denominator,
      value: one.value,
      text: formatRate(one),
      unavailable: one.rate.unavailable ? `${one.rate.unavailable.zh} ${one.rate.unavailable.en}` : null,
      numeratorParts: [
        ...this.ratePart(one.rate.numerator, args),
        ...this.ratePart(one.rate.less ?? [], args, true),
      ],
      denominatorParts: this.ratePart(one.rate.denominator, args),
    }));
  }

  /** A reconsideration's rate may count suits: those are opened in their own register. */
  private ratePart(measures: readonly MeasureCode[], args: FiguresArgs, less = false): RatePart[] {
    return measures.map(measure => {
      const own = MEASURES[measure].kind === kindOf(args.register);
      const register = own ? args.register : KINDS[MEASURES[measure].kind][0];
      return { measure, less, ref: this.questions.reference({ ...args, register }, { measure }) };
    });
  }

  @ResolveField(() => [IdentityFigure])
  @AtOneMoment()
  async identities(@Parent() { question, args }: FiguresAnswer): Promise<IdentityFigure[]> {
    const checks = await this.figuresOf.identities(question);
    return Promise.all(
      checks.map(async check => ({
        code: check.identity.code,
        holds: check.holds,
        left: check.left,
        right: check.right,
        zh: check.zh,
        en: check.en,
        cases: check.holds ? [] : await this.figuresOf.broken(question, check),
        ref: this.questions.reference(args, { identity: check.identity.code }),
      })),
    );
  }

  private figure(code: MeasureCode, values: MeasureValues, args: FiguresArgs): Figure {
    const { zh, en, formula, unit, source, tag } = MEASURES[code];
    return {
      measure: code,
      value: values[code] ?? 0,
      zh,
      en,
      formula,
      unit,
      source,
      tag,
      ref: this.questions.reference(args, { measure: code }),
    };
  }
}

const byLabel = (a: BreakdownPart, b: BreakdownPart) => a.label.localeCompare(b.label, 'zh');
