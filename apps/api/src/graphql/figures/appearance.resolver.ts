import { APPEARANCE_ASIDES, EXCLUSION_REASONS, formatRatio } from '#statistics';
import type { Scope } from '#identity';
import { CountAppearance, type AppearanceFigure } from '#queries';
import { UserError } from '#casework';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { Day } from '../shared/scalars.ts';
import { AppearanceAnswer, AppearanceRateFigure, FiguresArgs } from './figures.types.ts';
import { Questions } from './questions.ts';

@Resolver()
export class AppearanceResolver {
  constructor(
    private readonly counter: CountAppearance,
    private readonly questions: Questions,
  ) {}

  @Allow('figures.read')
  @Query(() => AppearanceAnswer, {
    description: '负责人出庭应诉率, in every variant or one, with the suits left out and why.',
  })
  async appearance(
    @Args('input', { type: () => FiguresArgs }) input: FiguresArgs,
    @Args('variant', {
      type: () => String,
      nullable: true,
      description: 'P1 … P8; P4 is P4_FIRST, P4_SECOND and P4_RETRIAL.',
    })
    variant: string | null,
    @Args('windowStart', {
      type: () => Day,
      nullable: true,
      description: 'For P8: first day on which hearings count.',
    })
    windowStart: string | null,
    @Context('scope') scope: Scope,
  ): Promise<AppearanceAnswer> {
    const args = { ...input, register: 'LITIGATION' as const, windowStart };
    const { variants, asides } = await this.counter.count(this.questions.of(scope, args));
    return {
      rates: chosen(variants, variant).map(one => this.shape(one, args)),
      asides: asides.map(({ code, n }) => ({
        code,
        zh: APPEARANCE_ASIDES[code].zh,
        en: APPEARANCE_ASIDES[code].en,
        value: n,
        ref: this.questions.reference(args, { aside: code }),
      })),
    };
  }

  private shape(figure: AppearanceFigure, args: FiguresArgs): AppearanceRateFigure {
    const { variant, numerator, denominator, value, excluded } = figure;
    const { code, zh, en, formula, source, tag } = variant;
    const ref = (part: 'numerator' | 'denominator') =>
      this.questions.reference(args, { appearance: code, part });
    const text = formatRatio(figure, 2, 100);
    return {
      variant: code,
      zh,
      en,
      formula,
      source,
      tag,
      numerator,
      denominator,
      value,
      text: text === '–' ? text : `${text}%`,
      numeratorRef: ref('numerator'),
      denominatorRef: ref('denominator'),
      excluded: excluded.map(({ reason, n }) => ({
        reason,
        ...EXCLUSION_REASONS[reason],
        value: n,
        ref: this.questions.reference(args, { appearance: code, part: 'excluded', reason }),
      })),
    };
  }
}

/** The variant of this code, or the variants of its family. @throws UserError when there is none */
function chosen(variants: AppearanceFigure[], code: string | null): AppearanceFigure[] {
  if (!code) return variants;
  const exact = variants.filter(one => one.variant.code === code);
  const found = exact.length ? exact : variants.filter(one => one.variant.code.startsWith(`${code}_`));
  if (found.length) return found;
  const codes = variants.map(one => one.variant.code);
  throw new UserError(
    'VARIANT_UNKNOWN',
    { zh: `没有出庭应诉率口径“${code}”。`, en: `There is no variant "${code}" of the appearance rate.` },
    { zh: `可用口径:${codes.join('、')}。`, en: `There are: ${codes.join(', ')}.` },
  );
}
