import { kindOf } from '#codes';
import { UserError } from '#casework';
import type { Register } from '#codes';
import { MEASURES, RATES, type MeasureCode } from '#statistics';

/** @throws UserError for a measure of another kind of register */
export function checkMeasure(code: MeasureCode, register: Register): void {
  if (MEASURES[code].kind === kindOf(register)) return;
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

export function unknownRate(code: string, register: Register): UserError {
  const rates = RATES.filter(one => one.kind === kindOf(register));
  const codes = [...new Set(rates.map(one => one.code))];
  return new UserError(
    'RATE_UNKNOWN',
    { zh: `所选登记簿没有比率“${code}”。`, en: `This register has no rate "${code}".` },
    { zh: `可用比率:${codes.join('、')}。`, en: `There are: ${codes.join(', ')}.` },
  );
}
