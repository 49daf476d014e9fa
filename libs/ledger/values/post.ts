import type { PostClass } from '#codes';
import { squeeze } from './text.ts';

/**
 * Not a head of the organ: clerks, lawyers, and heads of a subordinate or internal body (派出所所长, 法规科科长);
 * 出庭规定(2020) art. 2 counts only the organ's own chief, deputies and others in charge.
 */
const NO_HEAD =
  /科长|股长|科员|所长|队长|站长|处长|科室|法制员|法规科|律师|法律顾问|法律工作者|工作人员|主任科员|办事员|干部|职员|代理人|办公室主任|[科股室所队]主任|负责同志以外|职工|民警|辅警|专员助理/;
const DEPUTY = /副(?!主任科员|科|所|股|队|站|处|秘书长|调研员|巡视员)/;
const OTHER_HEAD =
  /党组|党委|党工委|委员|总工|总规划师|总经济师|总会计师|总监|调研员|巡视员|秘书长|纪检|政委|督察长|主席|分管|班子|领导|负责人|一级主办|助理/;
const CHIEF =
  /(?:局|县|区|市|镇|乡|省|州|厅|部|旗|盟|行|关|署|会|院|校|台|馆|社)长|主任|书记|主要负责人|正职|一把手/;
const RANK: PostClass[] = ['CHIEF', 'DEPUTY', 'OTHER_HEAD', 'OTHER'];

/** The class of a post (职务); of several posts the highest counts. Null when no word is known. */
export function readPost(text: string): PostClass | null {
  const classes = new Set(
    squeeze(text)
      .split(/[、,,;;/兼及和]/)
      .map(classOf),
  );
  return RANK.find(rank => classes.has(rank)) ?? null;
}

function classOf(post: string): PostClass | null {
  if (post === '') return null;
  if (NO_HEAD.test(post)) return 'OTHER';
  if (DEPUTY.test(post)) return 'DEPUTY';
  if (/党组书记|党委书记|主要负责人/.test(post)) return 'CHIEF';
  if (OTHER_HEAD.test(post)) return 'OTHER_HEAD';
  return CHIEF.test(post) ? 'CHIEF' : null;
}
