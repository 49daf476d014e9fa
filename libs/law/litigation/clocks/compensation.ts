import { cd, mo, yr } from '#law/calendar';
import { cite, w } from '#law/statute';
import { fact, INTERNAL, rule } from './rule.ts';

/**
 * State compensation where it touches reconsideration and suits (law.md 6). 国家赔偿法(2012) has no working-day clause and no counting rules: its periods are counted like those of a suit.
 */
const state = (article: number, paragraph?: number) =>
  cite('STATE_COMPENSATION_LAW', '2012', article, paragraph);
const CLAIMANT = w('赔偿请求人', 'claimant');
const LIABLE = w('赔偿义务机关', 'liable organ');
const CLAIM = fact('CLAIM_RECEIVED', '收到赔偿申请之日', 'receipt of the claim');

/**
 * Raised together with a reconsideration or a suit the claim follows their limits instead (art. 39(1), second
 * sentence).
 */
export const CP_01 = rule('CP-01', {
  name: w('请求国家赔偿', 'claim state compensation'),
  who: CLAIMANT,
  trigger: fact('KNEW_THE_HARM', '知道或者应当知道受到侵害之日', 'knowledge of the harm'),
  missed: w('请求时效届满', 'the claim is time-barred'),
  basis: [state(39)],
  period: yr(2),
});
/** 五日内一次性告知: calendar days; the law has no working-day clause. */
export const CP_02 = rule('CP-02', {
  name: w('一次性告知补正', 'tell what is to be corrected, once'),
  who: LIABLE,
  trigger: CLAIM,
  missed: INTERNAL,
  basis: [state(12)],
  period: cd(5),
});
/**
 * Two months to decide, then ten days to serve: an office that drafts for the second end is ten days late with
 * the first.
 */
export const CP_03 = rule('CP-03', {
  name: w('作出是否赔偿的决定', 'decide on the claim'),
  who: LIABLE,
  trigger: CLAIM,
  missed: w('可以自期限届满之日起三个月内起诉', 'a suit within three months of the end'),
  basis: [state(13, 1)],
  period: mo(2),
});
export const CP_04 = rule('CP-04', {
  name: w('送达赔偿决定书、书面通知不予赔偿', 'serve the decision, or notify the refusal'),
  who: LIABLE,
  trigger: fact('DECIDED', '作出决定之日', 'the decision'),
  missed: INTERNAL,
  basis: [state(13)],
  period: cd(10),
});
/**
 * From the end of the organ's two months when it stays silent, else from the decision itself — not from its
 * service, so the ten days of CP-04 eat into it (E51).
 */
export const CP_05 = rule('CP-05', {
  name: w('提起赔偿诉讼', 'sue for compensation'),
  who: CLAIMANT,
  trigger: fact('DECISION_OR_END', '期限届满或者作出决定之日', 'end of the period, or the decision'),
  missed: w('丧失起诉权', 'right to sue lost'),
  basis: [state(14)],
  period: mo(3),
});
/**
 * Fifteen days and not three months: the compensation part of a reconsideration decision is attacked like the
 * decision.
 */
export const CP_06 = rule('CP-06', {
  name: w('仅就复议决定中的赔偿部分起诉', 'sue over the compensation part alone'),
  who: w('申请人', 'applicant'),
  trigger: fact('DECISION_SERVED', '收到复议决定书之日', 'receipt of the reconsideration decision'),
  missed: w('丧失起诉权', 'right to sue lost'),
  basis: [cite('COMPENSATION_RULES', '2022', 17)],
  period: cd(15),
});
