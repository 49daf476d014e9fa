import { all, type Condition } from '../conditions/condition.ts';
import * as part from './parts.ts';

/**
 * Numbers shown beside every appearance rate, so that nobody has to guess how absences were treated. Conditions
 * over the heard suits; they do not depend on the variant.
 */
export const APPEARANCE_ASIDES = {
  HEARD: { zh: '开庭', en: 'heard', where: part.heard },
  APPEARED: { zh: '负责人出庭', en: 'a head appeared', where: all(part.heard, part.appeared) },
  EXCUSED: { zh: '有正当理由未出庭', en: 'absent, excused', where: all(part.heard, part.excused) },
  COVERED: { zh: '由共同被告出庭', en: 'covered by a co-defendant', where: all(part.heard, part.covered) },
  UNRECORDED: {
    zh: '开庭但未登记出庭情况(按未出庭计)',
    en: 'heard, attendance not recorded (counted as absent)',
    where: all(part.heard, { isNull: 'appeared' }),
  },
} satisfies Record<string, { zh: string; en: string; where: Condition }>;
