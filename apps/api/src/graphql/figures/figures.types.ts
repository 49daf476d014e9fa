import { DIMENSIONS, MEASURE_CODES, type Dimension, type MeasureCode } from '#statistics';
import type { Register } from '#codes';
import type { Moment } from '#persistence';
import type { Question } from '#queries';
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day } from '../shared/scalars.ts';
import { OrganLabel } from '../shared/types.ts';
import { RegisterEnum } from '../proceedings/proceedings.types.ts';

export const DimensionEnum = enumOf(Object.keys(DIMENSIONS) as Dimension[]);
registerEnumType(DimensionEnum, {
  name: 'Dimension',
  description: '分组维度',
  valuesMap: Object.fromEntries(
    Object.entries(DIMENSIONS).map(([key, { zh }]) => [key, { description: zh }]),
  ),
});
export const MeasureEnum = enumOf(MEASURE_CODES);
registerEnumType(MeasureEnum, { name: 'Measure', description: '指标' });

@InputType({ description: 'What a figure is asked of.' })
export class FiguresArgs {
  @Field(() => String, { nullable: true, description: 'Organ code; none: all organs.' }) organ?:
    string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'With the organs below it.' })
  withSubordinates: boolean;
  @Field(() => RegisterEnum, { defaultValue: 'RECONSIDERATION', description: '登记簿' }) register: Register;
  @Field(() => Day, { description: 'First day of the period.' }) from: string;
  @Field(() => Day, { description: 'Last day of the period, included.' }) to: string;
  @Field(() => Day, { nullable: true, description: '截止日期: what happened later is not counted.' })
  cutOff?: string | null;
}

@ObjectType({
  description: 'A number with its definition. Give `ref` to proceedingsBehind to see its cases.',
})
export class Figure {
  @Field(() => MeasureEnum) measure: MeasureCode;
  @Field(() => Float) value: number;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => String) formula: string;
  @Field(() => String) unit: string;
  @Field(() => String) source: string;
  @Field(() => String, { description: 'V read in a source; A inferred; UNVERIFIED from practice.' })
  tag: string;
  @Field(() => String) ref: string;
}

@ObjectType({ description: '存量与流量. A field is null where the register has no such step.' })
export class StockAndFlow {
  @Field(() => Figure, { nullable: true, description: '上期结转(已受理)' }) carriedOver?: Figure;
  @Field(() => Figure, { nullable: true, description: '上期结转未审查' }) carriedOverUnexamined?: Figure;
  @Field(() => Figure, { nullable: true, description: '上期结转合计' }) carriedOverHandled?: Figure;
  @Field(() => Figure, { nullable: true, description: '新收' }) received?: Figure;
  @Field(() => Figure, { nullable: true, description: '受理' }) accepted?: Figure;
  @Field(() => Figure, { nullable: true, description: '不予受理' }) refused?: Figure;
  @Field(() => Figure, { nullable: true, description: '告知或转送' }) referred?: Figure;
  @Field(() => Figure, { nullable: true, description: '受理前撤回或化解' }) settledBefore?: Figure;
  @Field(() => Figure, { nullable: true, description: '审结(受理后)' }) closed?: Figure;
  @Field(() => Figure, { nullable: true, description: '办结(含不予受理等)' }) disposed?: Figure;
  @Field(() => Figure, { nullable: true, description: '期末未审查' }) unexaminedAtEnd?: Figure;
  @Field(() => Figure, { nullable: true, description: '未审结(已受理)' }) open?: Figure;
  @Field(() => Figure, { nullable: true, description: '未办结合计' }) openHandled?: Figure;
}

@InputType({ description: '合并口径: several outcomes under one label, as reports print them.' })
export class MergeArgs {
  @Field(() => String) label: string;
  @Field(() => [String]) codes: string[];
}

@ObjectType({ description: '结案方式 of the cases disposed of in the period.' })
export class OutcomeFigure {
  @Field(() => [String]) codes: string[];
  @Field(() => String) label: string;
  @Field(() => Int) value: number;
  @Field(() => String) ref: string;
}

@ObjectType({ description: 'A part of a breakdown; `key` is null for the cases where it is not known.' })
export class BreakdownPart {
  @Field(() => String, { nullable: true }) key: string | null;
  @Field(() => String) label: string;
  @Field(() => Float) value: number;
  @Field(() => String) ref: string;
}

@ObjectType({ description: 'A measure that a rate adds up, or takes off.' })
export class RatePart {
  @Field(() => MeasureEnum) measure: MeasureCode;
  @Field(() => Boolean, { description: 'True when it is taken off the numerator.' }) less: boolean;
  @Field(() => String, { description: 'Opens its cases.' }) ref: string;
}

@ObjectType({
  description: '比率, with both numbers and its variant. `value` is null when there is nothing to divide by.',
})
export class RateFigure {
  @Field(() => String) code: string;
  @Field(() => String) variant: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => String) formula: string;
  @Field(() => String) source: string;
  @Field(() => String) tag: string;
  @Field(() => Float, { nullable: true }) numerator: number | null;
  @Field(() => Float, { nullable: true }) denominator: number | null;
  @Field(() => Float, { nullable: true }) value: number | null;
  @Field(() => String, { description: 'Printed with two decimals, half up; – without a base.' }) text: string;
  @Field(() => String, { nullable: true, description: 'Why it cannot be given.' }) unavailable: string | null;
  @Field(() => [RatePart], { description: 'What the numerator is made of.' }) numeratorParts: RatePart[];
  @Field(() => [RatePart], { description: 'What the denominator is made of.' }) denominatorParts: RatePart[];
}

@ObjectType({ description: '平衡关系: two sums that must be equal.' })
export class IdentityFigure {
  @Field(() => String) code: string;
  @Field(() => Boolean) holds: boolean;
  @Field(() => Int) left: number;
  @Field(() => Int) right: number;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => [String], { description: 'The first cases that break it.' }) cases: string[];
  @Field(() => String, { description: 'Opens all of them.' }) ref: string;
}

@ObjectType({ description: '统计: the figures of one register, for organs and a period.' })
export class FiguresAnswer {
  @Field(() => OrganLabel, { nullable: true }) organ: OrganLabel | null;
  @Field(() => RegisterEnum) register: Register;
  @Field(() => Day) from: string;
  @Field(() => Day) to: string;
  question: Question;
  args: FiguresArgs;
  moment: Moment;
}

@ObjectType({ description: 'How many suits are not in the base of an appearance rate, and why.' })
export class ExcludedFigure {
  @Field(() => String) reason: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => Int) value: number;
  @Field(() => String) ref: string;
}

@ObjectType({ description: '出庭应诉率 in one variant (P1–P8); the unit is case × instance × organ.' })
export class AppearanceRateFigure {
  @Field(() => String) variant: string;
  @Field(() => Boolean, { description: 'True for the one variant that is the official rate.' })
  official: boolean;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => String) formula: string;
  @Field(() => String) source: string;
  @Field(() => String) tag: string;
  @Field(() => Int) numerator: number;
  @Field(() => Int) denominator: number;
  @Field(() => Float, { nullable: true }) value: number | null;
  @Field(() => String) text: string;
  @Field(() => String) numeratorRef: string;
  @Field(() => String) denominatorRef: string;
  @Field(() => [ExcludedFigure]) excluded: ExcludedFigure[];
}

@ObjectType({ description: 'Shown beside every appearance rate.' })
export class AsideFigure {
  @Field(() => String) code: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => Int) value: number;
  @Field(() => String) ref: string;
}

@ObjectType({ description: '负责人出庭应诉' })
export class AppearanceAnswer {
  @Field(() => [AppearanceRateFigure]) rates: AppearanceRateFigure[];
  @Field(() => [AsideFigure]) asides: AsideFigure[];
}
