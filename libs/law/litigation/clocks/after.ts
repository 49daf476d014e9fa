import { cd, mo, wd, yr } from '#law/calendar';
import { w } from '#law/statute';
import { compulsion, reading, suit, TEN_DAYS_OR_LESS, trialLimits } from '../texts.ts';
import { AGENCY, COURT, EFFECT, fact, INTERNAL, PARTY, rule, SERVED } from './rule.ts';

/**
 * The limit belongs to each party on its own: it runs from that party's service, and the judgment takes effect
 * only when the last of them has run out. The agency sees its own.
 */
export const LT_26_JUDGMENT = rule('LT-26', {
  name: w('对判决上诉', 'appeal against the judgment'),
  who: PARTY,
  trigger: SERVED,
  missed: w('判决发生法律效力', 'the judgment takes effect'),
  basis: [suit(85)],
  period: cd(15),
});
/** 十日 here is ten calendar days; in reconsideration the same words are ten working days (E56). */
export const LT_26_RULING = rule('LT-26', {
  name: w('对裁定上诉', 'appeal against the ruling'),
  who: PARTY,
  trigger: SERVED,
  missed: w('裁定发生法律效力', 'the ruling takes effect'),
  basis: [suit(85), reading(101, 2)],
  period: cd(10),
});
/**
 * The court of first instance does the post of an appeal: copies out, replies back, files up (art. 108). An
 * agency that appeals watches these to know when the second instance will have the case.
 */
export const LT_27_COPY = rule('LT-27-COPY', {
  name: w('发送上诉状副本', 'send the copy of the appeal'),
  who: COURT,
  trigger: fact('APPEAL_RECEIVED', '收到上诉状之日', 'receipt of the appeal'),
  missed: INTERNAL,
  basis: [reading(108, 2)],
  before2018: [trialLimits(17, 1)],
  period: cd(5),
});
/**
 * A right, not a duty: “不提出答辩状的,不影响审理”. Missed, it costs the agency its written word and nothing else; that is
 * why no deemed event hangs on it.
 */
export const LT_27 = rule('LT-27', {
  name: w('提出上诉答辩状', 'reply to the appeal'),
  who: AGENCY,
  trigger: fact('APPEAL_COPY_SERVED', '收到上诉状副本之日', 'receipt of the copy of the appeal'),
  missed: w('不影响审理', 'the trial goes on'),
  basis: [reading(108, 2)],
  period: cd(15),
});
export const LT_27_ANSWER = rule('LT-27-ANSWER', {
  name: w('发送上诉答辩状副本', 'send the copy of the reply'),
  who: COURT,
  trigger: fact('APPEAL_REPLY_RECEIVED', '收到上诉答辩状之日', 'receipt of the reply to the appeal'),
  missed: INTERNAL,
  basis: [reading(108, 3)],
  before2018: [trialLimits(17, 1)],
  period: cd(5),
});
/** Only the reading of 2018 sets a time for it; nothing that could be read did before. */
export const LT_27_FILES = rule('LT-27-FILES', {
  name: w('报送上诉案卷', 'send the files to the second instance'),
  who: COURT,
  trigger: LT_27_ANSWER.trigger,
  missed: INTERNAL,
  basis: [reading(108, 4)],
  period: cd(5),
});
/** Six months from effect, or, on the four grounds of art. 110 that come to light later, from knowing them. */
export const LT_29 = rule('LT-29', {
  name: w('申请再审', 'apply for retrial'),
  who: PARTY,
  trigger: EFFECT,
  missed: w('驳回再审申请', 'dismissed'),
  basis: [reading(110)],
  period: mo(6),
});
/**
 * Not the six months of the parties: they count from knowing of the harm, because a third party was never
 * served.
 */
export const LT_30 = rule('LT-30', {
  name: w('未能参加诉讼的第三人申请再审', 'third party who could not join'),
  who: w('第三人', 'third party'),
  trigger: fact('KNEW_OF_HARM', '知道或者应当知道权益受损之日', 'knowledge of the harm'),
  missed: w('驳回再审申请', 'dismissed'),
  basis: [reading(30, 3)],
  period: mo(6),
});
export const LT_31_COPY = rule('LT-31-COPY', {
  name: w('发送再审申请书副本', 'send the copy of the retrial application'),
  who: COURT,
  trigger: fact('RETRIAL_APPLICATION', '收到再审申请书之日', 'receipt of the application'),
  missed: INTERNAL,
  basis: [reading(111)],
  period: cd(5),
});
/**
 * The court sends the copy only where it thinks fit (“认为有必要的”), so this clock may never start; it is no fault
 * of the agency when the file has none.
 */
export const LT_31 = rule('LT-31', {
  name: w('对再审申请提交书面意见', 'comments on the retrial application'),
  who: AGENCY,
  trigger: fact('RETRIAL_COPY_SERVED', '收到再审申请书副本之日', 'receipt of the copy'),
  missed: w('不影响审查', 'the examination goes on'),
  basis: [reading(111)],
  period: cd(15),
});
/**
 * The president of the court itself may extend it, without any limit; it is the one trial period that no higher
 * court has to approve, and the step that extends a trial does not touch it.
 */
export const LT_32 = rule('LT-32', {
  name: w('审查再审申请', 'examine the retrial application'),
  who: COURT,
  trigger: fact('RETRIAL_FILED', '再审申请案件立案之日', 'filing of the retrial application'),
  missed: w('可以向人民检察院申请抗诉或者检察建议', 'the party may go to the procuratorate'),
  basis: [reading(112)],
  period: mo(6),
});
/**
 * A protest (抗诉) leaves the court no choice but to retry, unlike a suggestion (LT-34), which it examines first.
 */
export const LT_33 = rule('LT-33', {
  name: w('抗诉案件裁定再审', 'retrial ruling on a protest'),
  who: COURT,
  trigger: fact('PROTEST_RECEIVED', '收到抗诉书之日', 'receipt of the protest'),
  missed: INTERNAL,
  basis: [reading(124, 1)],
  period: cd(30),
});
export const LT_34 = rule('LT-34', {
  name: w('审查再审检察建议', 'examine a retrial suggestion'),
  who: COURT,
  trigger: fact('SUGGESTION_RECEIVED', '收到再审检察建议之日', 'receipt of the suggestion'),
  missed: INTERNAL,
  basis: [reading(126)],
  period: mo(3),
});
/**
 * The period stands in the judgment, so day 0 is its last day and nothing is counted. A period set by the court is
 * a period too (行诉解释 48(1)): when it ends on a day off it ends on the first day after.
 */
export const LT_37 = rule('LT-37', {
  name: w('履行生效裁判', 'perform the judgment'),
  who: AGENCY,
  trigger: fact('PERFORM_BY', '裁判确定的最后履行日', 'last day set by the judgment'),
  missed: w(
    '可以划拨、对负责人按日罚款、公告、提出司法建议',
    'bank transfer, daily fine on the head, announcement, judicial suggestion',
  ),
  basis: [suit(94), suit(96)],
  period: cd(0),
});
/** Before 2018 a citizen had one year and an agency 180 days; who applies is no fact of the case, so no clock then. */
export const LT_36 = rule('LT-36', {
  name: w('申请执行生效裁判', 'apply for enforcement of the judgment'),
  who: w('申请执行人', 'winning party'),
  trigger: fact('PERFORMANCE_OVER', '履行期间最后一日', 'last day of the performance period'),
  missed: w('不予受理', 'not accepted'),
  basis: [reading(153)],
  period: yr(2),
});
/**
 * “十日后仍未履行的,可以申请”: an application handed in earlier is premature and comes back, so the agency waits for the
 * end and does not race it. Ten days are working days under art. 69.
 */
export const LT_39 = rule('LT-39', {
  name: w('催告后等待', 'wait after the reminder'),
  who: AGENCY,
  trigger: fact('REMINDER_SERVED', '催告书送达之日', 'service of the reminder'),
  missed: w('期满仍未履行的,可以申请法院执行', 'after it the court may be asked'),
  basis: [compulsion(54), TEN_DAYS_OR_LESS],
  period: wd(10),
});
/** Since 2012 the law's three months stand against the 180 days of the reading of 2000 (art. 88). */
export const LT_40 = rule('LT-40', {
  name: w('申请法院执行行政行为', 'apply to the court to enforce the act'),
  who: AGENCY,
  trigger: fact('SUIT_LIMIT_OVER', '复议、起诉期限届满之日', 'end of the reconsideration and suit limits'),
  missed: w('不予受理', 'not accepted'),
  basis: [compulsion(53), reading(156)],
  period: mo(3),
});
/**
 * The reading repeats the five and seven days without saying what a day is; they come from 行政强制法, whose art. 69
 * does (E53). Its thirty days are more than ten and stay calendar days.
 */
export const LT_41_ACCEPT = rule('LT-41', {
  name: w('法院受理执行申请', 'court accepts the application'),
  who: COURT,
  trigger: fact('APPLICATION_RECEIVED', '收到执行申请之日', 'receipt of the application'),
  missed: INTERNAL,
  basis: [compulsion(56), TEN_DAYS_OR_LESS, reading(155)],
  period: wd(5),
});
export const LT_41_RULE = rule('LT-41-RULING', {
  name: w('法院裁定是否准予执行', 'court rules on enforcement'),
  who: COURT,
  trigger: fact('APPLICATION_ACCEPTED', '受理之日', 'acceptance'),
  missed: INTERNAL,
  basis: [compulsion(57), TEN_DAYS_OR_LESS, reading(160)],
  period: wd(7),
});
/** Where the act looks plainly unlawful both sides are heard first, and the seven days give way to these. */
export const LT_41_OBVIOUS = rule('LT-41-HEARD', {
  name: w('听取意见后裁定是否准予执行', 'ruling after hearing both sides'),
  who: COURT,
  trigger: LT_41_RULE.trigger,
  missed: INTERNAL,
  basis: [compulsion(58), reading(160)],
  period: cd(30),
});
/**
 * Of the two refusals — to take the application up, to enforce — the second must also be served within five
 * days; no text makes that a period of the agency, so it has no clock here.
 */
export const LT_42 = rule('LT-42', {
  name: w('对不予受理、不准予执行裁定申请复议', 'review of a refusal'),
  who: AGENCY,
  trigger: fact('RULING_SERVED', '收到裁定之日', 'receipt of the ruling'),
  missed: w('裁定生效', 'the ruling stands'),
  basis: [compulsion(56), compulsion(58), reading(155), reading(161)],
  period: cd(15),
});
/** The higher court has as long as the party for a refused acceptance, and twice as long for a refused execution. */
export const LT_42_HIGHER = rule('LT-42-HIGHER', {
  name: w('上级法院裁定是否受理执行申请', 'higher court rules on acceptance'),
  who: w('上一级人民法院', 'higher court'),
  trigger: fact('REVIEW_REQUESTED', '收到复议申请之日', 'receipt of the request for review'),
  missed: INTERNAL,
  basis: [compulsion(56, 2), reading(155, 3)],
  period: cd(15),
});
export const LT_42_HIGHER_EXECUTION = rule('LT-42-HIGHER-EXECUTION', {
  name: w('上级法院裁定是否执行', 'higher court rules on execution'),
  who: LT_42_HIGHER.who,
  trigger: LT_42_HIGHER.trigger,
  missed: INTERNAL,
  basis: [compulsion(58, 3), reading(161, 2)],
  period: cd(30),
});
/** Art. 149(4): the one judicial suggestion for which a national text sets a time to reply. */
export const LT_43 = rule('LT-43', {
  name: w('书面答复司法建议', 'reply to a judicial suggestion'),
  who: w('规范性文件制定机关', 'maker of the document'),
  trigger: fact('SUGGESTION_RECEIVED', '收到司法建议之日', 'receipt of the suggestion'),
  missed: INTERNAL,
  basis: [reading(149, 4)],
  period: cd(60),
});
/**
 * The court may; nobody can hold it to it. The clock tells the maker of the document until when to expect the
 * letter.
 */
export const LT_43_COURT = rule('LT-43-COURT', {
  name: w('就规范性文件提出司法建议', 'suggest amending the document'),
  who: COURT,
  trigger: EFFECT,
  missed: INTERNAL,
  basis: [reading(149, 2)],
  period: mo(3),
});
