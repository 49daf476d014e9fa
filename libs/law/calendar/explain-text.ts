import { basisText, type Words } from '#law/statute';
import type { Explanation, Stretch } from './explain.ts';
import { periodText } from './period.ts';
import type { DayInfo, DayKind } from './working-calendar.ts';

/** The reasons for leaving a day out, in the words of the holiday notices. */
const KIND: Record<DayKind, Words> = {
  WORKDAY: { zh: '工作日', en: 'working day' },
  MAKEUP_WORKDAY: { zh: '调休上班', en: 'make-up workday' },
  SATURDAY: { zh: '星期六', en: 'Saturday' },
  SUNDAY: { zh: '星期日', en: 'Sunday' },
  HOLIDAY: { zh: '放假', en: 'holiday' },
  LOCAL_CLOSURE: { zh: '停止办公', en: 'office closed' },
};

/** 2024-10-01 国庆节 · 2024-10-19 星期六: why a day was left out, or counted although it is a weekend. */
export function dayText({ day, kind, name }: DayInfo): Words {
  const { zh, en } = KIND[kind];
  if (name === null) return { zh: `${day}(${zh})`, en: `${day} (${en})` };
  return { zh: `${day}(${name}${kind === 'HOLIDAY' ? '' : zh})`, en: `${day} (${name}, ${en})` };
}

/** The whole reckoning in sentences, one per step. */
export function explanationText(explanation: Explanation): {
  readonly zh: readonly string[];
  readonly en: readonly string[];
} {
  const lines = [
    opening(explanation),
    ...explanation.stretches.map(s => stretchText(s)),
    ...ending(explanation),
  ];
  return { zh: lines.map(l => l.zh), en: lines.map(l => l.en) };
}

/**
 * The first line is the whole legal ground: rule, article, length, and which fact set day 0 — that day itself
 * not counted.
 */
function opening({ name, basis, day0, fact, period, extension, direction }: Explanation): Words {
  const source = basisText(basis);
  const length = periodText(period);
  const more = extension ? periodText(extension) : null;
  const zhLength = `${length.zh}${more ? `,延长${more.zh}` : ''}`;
  const enLength = `${length.en}${more ? `, extended by ${more.en}` : ''}`;
  // a day set from outside, such as by a judgment: nothing is counted, the day may only move on
  if (period.length === 0)
    return {
      zh: `${name.zh}:依据${source.zh},期限届满之日为${fact.words.zh}(${day0})。`,
      en: `${name.en}: by ${source.en}, until the ${fact.words.en} (${day0}).`,
    };
  if (direction === 'BACKWARD')
    return {
      zh: `${name.zh}:依据${source.zh},应在${fact.words.zh}(${day0})之前${zhLength}完成,当日不计。`,
      en: `${name.en}: by ${source.en}, ${enLength} before ${fact.words.en} (${day0}), that day not counted.`,
    };
  return {
    zh: `${name.zh}:依据${source.zh},期限为${zhLength};起算事实为${fact.words.zh}(${day0}),当日不计,自次日起算。`,
    en: `${name.en}: by ${source.en}, ${enLength} from ${fact.words.en} (${day0}); that day is not counted.`,
  };
}

function stretchText(stretch: Stretch): Words {
  switch (stretch.kind) {
    case 'COUNTED':
      return {
        zh: `${stretch.from}至${stretch.to},计${stretch.days}日。`,
        en: `${stretch.from} to ${stretch.to}: ${stretch.days} day(s) counted.`,
      };
    case 'MAKEUP_COUNTED': {
      const { zh, en } = dayText(stretch.day);
      return { zh: `${zh},计入。`, en: `${en} counts.` };
    }
    case 'SKIPPED': {
      const { zh, en } = dayText(stretch.day);
      return { zh: `${zh},不计入。`, en: `${en} is left out.` };
    }
    case 'STOPPED': {
      const reasons = {
        zh: stretch.reasons.map(r => r.zh).join('、'),
        en: stretch.reasons.map(r => r.en).join(', '),
      };
      if (stretch.to === null)
        return {
          zh: `${stretch.from}起停止计算(${reasons.zh})。`,
          en: `Stands still since ${stretch.from} (${reasons.en}).`,
        };
      return {
        zh: `${stretch.from}至${stretch.to}停止计算(${reasons.zh}),顺延${stretch.days ?? 0}日。`,
        en: `Stands still from ${stretch.from} to ${stretch.to} (${reasons.en}): ${stretch.days ?? 0} day(s) later.`,
      };
    }
    case 'ROLLED': {
      const over = stretch.over.map(dayText);
      return {
        zh: `最后一日${stretch.from}不是工作日,顺延至${stretch.to}:${over.map(o => o.zh).join('、')}。`,
        en: `The last day, ${stretch.from}, is a day off; the period ends on ${stretch.to}: ${over.map(o => o.en).join(', ')}.`,
      };
    }
  }
}

/**
 * The due date last, and after it, where a notice is missing, what was assumed: a provisional date must never
 * look like a settled one.
 */
function ending({ due, direction, provisional, assumptions, stoppedSince }: Explanation): Words[] {
  const lines: Words[] = [];
  if (due === null)
    lines.push({
      zh: `期限自${stoppedSince ?? ''}起停止,恢复后重新计算届满日。`,
      en: `No due date while it stands still (since ${stoppedSince ?? ''}).`,
    });
  else if (direction === 'ELAPSED')
    lines.push({ zh: `期满之次日为${due}。`, en: `The full days are over on ${due}.` });
  else if (direction === 'BACKWARD') lines.push({ zh: `最迟应在${due}。`, en: `At the latest on ${due}.` });
  else lines.push({ zh: `届满日为${due}。`, en: `Due on ${due}.` });
  if (provisional) {
    lines.push({
      zh: `本结果为暂定:${assumptions.map(a => a.words.zh).join(';')}。`,
      en: `Provisional: ${assumptions.map(a => a.words.en).join('; ')}.`,
    });
  }
  return lines;
}
