import {
  DIMENSIONS,
  formatRate,
  measureCondition,
  MEASURES,
  kindOf,
  type Dimension,
  type MeasureCode,
  type MeasureValues,
} from '#statistics';
import { UserError } from '#casework';
import { Figures, FLOW, FLOW_FIELDS, type Part } from '#queries';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Labels } from '../shared/labels.ts';
import { Scopes } from '../shared/scope.ts';
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
  StockAndFlow,
} from './figures.types.ts';
import { mergeOutcomes } from './merge-outcomes.ts';
import { Questions } from './questions.ts';

@Resolver(() => FiguresAnswer)
export class FiguresResolver {
  constructor(
    private readonly figuresOf: Figures,
    private readonly questions: Questions,
    private readonly labels: Labels,
    private readonly scopes: Scopes,
  ) {}

  @Query(() => FiguresAnswer, {
    description: '统计: stock and flow, outcomes, breakdowns, rates and identities.',
  })
  figures(@Args('input', { type: () => FiguresArgs }) input: FiguresArgs): FiguresAnswer {
    const { organ } = this.scopes.of(input.organ, input.withSubordinates);
    const { register, from, to } = input;
    return { organ, register, from, to, question: this.questions.of(input), args: input };
  }

  @ResolveField(() => StockAndFlow)
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
  async measures(
    @Parent() { question, args }: FiguresAnswer,
    @Args('codes', { type: () => [MeasureEnum], nullable: true }) codes: MeasureCode[] | null,
  ): Promise<Figure[]> {
    for (const code of codes ?? []) checkMeasure(code, question.register);
    const values = await this.figuresOf.measures(question);
    return (codes ?? (Object.keys(values) as MeasureCode[])).map(code => this.figure(code, values, args));
  }

  @ResolveField(() => [OutcomeFigure], { description: 'By 结案方式; `merge` puts several under one label.' })
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
    return mergeOutcomes(counted, merge ?? [], code => this.labels.code(code).zh).map(one => ({
      ...one,
      ref: this.questions.reference(args, { measure, by: 'OUTCOME', in: one.codes }),
    }));
  }

  @ResolveField(() => [BreakdownPart], { description: 'A measure by field, matter, level, month, handler …' })
  async breakdown(
    @Parent() { question, args }: FiguresAnswer,
    @Args('measure', { type: () => MeasureEnum }) measure: MeasureCode,
    @Args('by', { type: () => DimensionEnum }) by: Dimension,
  ): Promise<BreakdownPart[]> {
    checkMeasure(measure, question.register);
    const parts = await this.figuresOf.parts(question, measure, by);
    const named = parts.map(part => ({
      key: part.value,
      label: this.partLabel(by, part),
      value: part.n,
      ref: this.questions.reference(args, { measure, by, is: part.value }),
    }));
    return named.sort((a, b) => b.value - a.value || a.label.localeCompare(b.label, 'zh'));
  }

  @ResolveField(() => [RateFigure], { description: 'Every rate in every variant, or those of one code.' })
  async rates(
    @Parent() { question }: FiguresAnswer,
    @Args('code', { type: () => String, nullable: true }) code: string | null,
  ): Promise<RateFigure[]> {
    const rates = await this.figuresOf.rates(question);
    return rates
      .filter(one => !code || one.rate.code === code)
      .map(one => ({
        ...one.rate,
        numerator: one.numerator,
        denominator: one.denominator,
        value: one.value,
        text: formatRate(one),
        unavailable: one.rate.unavailable?.zh ?? null,
      }));
  }

  @ResolveField(() => [IdentityFigure])
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

  private partLabel(by: Dimension, { value }: Part): string {
    if (value === null) return `${DIMENSIONS[by].zh}未登记`;
    if (by === 'ORGAN' || by === 'RESPONDENT') return this.labels.organ(Number(value))?.name ?? value;
    return by.startsWith('MONTH') ? value : this.labels.code(value).zh;
  }
}

function checkMeasure(code: MeasureCode, register: FiguresArgs['register']): void {
  try {
    measureCondition(MEASURES[code], register);
  } catch {
    throw new UserError(
      'MEASURE_OF_ANOTHER_REGISTER',
      {
        zh: `指标“${MEASURES[code].zh}”不属于所选登记簿。`,
        en: `${code} is not a measure of this register.`,
      },
      {
        zh: '换一个指标或登记簿;figures { measures } 列出可用指标。',
        en: 'Choose another; figures { measures } lists what there is.',
      },
    );
  }
}
