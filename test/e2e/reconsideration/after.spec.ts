import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveLetterhead, Letters, type Drafted, type Issued } from '../../support/reconsideration/letters.ts';
import { Stories } from '../../support/reconsideration/stories.ts';
import {
  expectDue,
  expectRule,
  expectStatus,
  type Refused,
  type Story,
} from '../../support/reconsideration/story.ts';

describe('决定之后', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
  });
  afterAll(() => stories?.stop());

  /** Decided on 2025-05-09 after a review that took no more than its time; served on the day. */
  async function served(on: string, decision: object): Promise<Story> {
    const made = await stories.register('2025-03-17');
    await made.upToReview('2025-03-20', '2025-03-24', '2025-04-07');
    await made.upToEffect('2025-04-28', '2025-05-09', on, decision);
    return made;
  }

  describe('撤销并责令三十日内重新作出行政行为(第六十四条)', () => {
    it('2025-05-12送达:重作2025-06-11届满,起诉2025-05-27届满', async () => {
      story = await served('2025-05-12', { outcome: 'REVOKE', remakeOrdered: true, remakeWithinDays: 30 });
      const found = await story.read();
      expectDue(found, { 'RC-35': '2025-05-27', 'RC-36': '2025-06-11' });
      expect(found.proceeding.outcome?.code).toBe('REVOKED');
    });

    it('期限未满,不得责令履行', async () => {
      const refused = await story.refused('ORDER_PERFORMANCE', '2025-06-11', { until: '2025-06-27' });
      expectRule(refused, 'SOMETHING_IS_LEFT_UNDONE', '第七十七条第二款');
    });

    it('尚未重作,不得归档,并告知届满日', async () => {
      const refused = await story.refused('CLOSE', '2025-06-11');
      expectRule(refused, 'WHAT_WAS_ORDERED_IS_DONE', '第七十七条第一款');
      expect(refused.message.zh).toBe('尚未履行:重新作出行政行为(至2025-06-11)。');
    });

    it('2025-06-12逾期,责令于2025-06-27前履行', async () => {
      const late = await story.read('2025-06-12');
      expectStatus(late, { 'RC-36': 'OVERDUE' });
      expect(late.obligations).toMatchObject([{ kind: 'REMAKE', status: 'OVERDUE', dueOn: '2025-06-11' }]);
      expect(late.obligations[0]?.next[0]?.words.zh).toBe('责令限期履行');
      const found = await story.step('ORDER_PERFORMANCE', '2025-06-13', { until: '2025-06-27' });
      expectDue(found, { 'RC-37-ORDER': '2025-06-27' });
    });

    it('2025-06-20由被申请人登记重作:迟于决定的期限,不迟于责令的期限', async () => {
      const found = await story.step('REMAKE', '2025-06-20', {}, { by: 'contact' });
      expectStatus(found, { 'RC-36': 'MET_LATE', 'RC-37-ORDER': 'MET' });
      expect((await story.step('CLOSE', '2025-06-23')).state.code).toBe('CLOSED');
    });
  });

  describe('责令重作而未定期限(条例第四十九条第一款)', () => {
    it('六十日内重作:2025-05-12送达,2025-07-11届满', async () => {
      const other = await served('2025-05-12', { outcome: 'REVOKE', remakeOrdered: true });
      expectDue(await other.read(), { 'RC-36': '2025-07-11' });
    });
  });

  describe('责令十五日内履行而不履行(第六十六条、第七十七条第二款)', () => {
    it('2025-05-12送达,2025-05-27届满', async () => {
      story = await served('2025-05-12', { outcome: 'ORDER_PERFORM', performWithinDays: 15 });
      expectDue(await story.read(), { 'RC-37': '2025-05-27', 'RC-36': undefined });
      expectStatus(await story.read('2025-05-28'), { 'RC-37': 'OVERDUE' });
    });

    it('责令履行的期限应当晚于责令之日', async () => {
      const refused = await story.refused('ORDER_PERFORMANCE', '2025-05-29', { until: '2025-05-29' });
      expectRule(refused, 'ORDER_GIVES_TIME_TO_PERFORM', '第七十七条第二款');
    });

    it('责令限期履行,仍不履行,约谈并通报批评', async () => {
      await story.step('ORDER_PERFORMANCE', '2025-05-29', { until: '2025-06-10' });
      expectStatus(await story.read('2025-06-11'), { 'RC-37-ORDER': 'OVERDUE' });
      await story.step('INTERVIEW', '2025-06-12');
      const found = await story.step('CRITICISE', '2025-06-16');
      expect(found.state.code).toBe('EFFECTIVE');
    });

    it('2025-06-18履行,两项期限均为逾期履行', async () => {
      const found = await story.step('PERFORMED', '2025-06-18');
      expectStatus(found, { 'RC-37': 'MET_LATE', 'RC-37-ORDER': 'MET_LATE' });
      const refused = await story.refused('CRITICISE', '2025-06-19');
      expectRule(refused, 'SOMETHING_IS_LEFT_UNDONE', '第七十七条第二款');
    });
  });

  describe('行政复议意见书(第七十六条)', () => {
    it('没有意见书,无从报送办理情况', async () => {
      story = await served('2025-05-12', { outcome: 'UPHOLD' });
      const refused = await story.refused('REPORT_BACK', '2025-05-13');
      expectRule(refused, 'OPINION_LETTER_WAS_SENT', '第七十六条');
      expectRule(await story.refused('REMAKE', '2025-05-13'), 'REMAKE_WAS_ORDERED', '第六十四条第一款');
    });

    it('送达日期不得早于制发之日,也不得晚于登记之日', async () => {
      const early = await story.refused('OPINION_LETTER', '2025-05-14', { servedOn: '2025-05-13' });
      expectRule(early, 'RECEIVED_NO_EARLIER_THAN_SENT', '第八十八条第一款');
      const ahead = await story.refused('OPINION_LETTER', '2025-05-14', { servedOn: '2025-05-15' });
      expect(ahead.code).toBe('DAY_LIES_IN_THE_FUTURE');
    });

    it('2025-05-15收到,六十日内报送办理情况:2025-07-14届满', async () => {
      const input = { servedOn: '2025-05-15' };
      const found = await story.step('OPINION_LETTER', '2025-05-14', input, { today: '2025-05-15' });
      expectDue(found, { 'RC-38': '2025-07-14' });
    });

    it('归档不影响报送义务', async () => {
      const closed = await story.step('CLOSE', '2025-06-20');
      expectStatus(closed, { 'RC-38': 'RUNNING' });
      expectStatus(await story.read('2025-07-15'), { 'RC-38': 'OVERDUE' });
    });

    it('报送须针对意见书', async () => {
      const of = await story.idOf('SERVE', '2025-05-12');
      const refused = await story.refused('REPORT_BACK', '2025-07-18', { of });
      expectRule(refused, 'REPORT_NAMES_AN_OPINION_LETTER', '第七十六条');
    });

    it('2025-07-18由收到意见书的机关报送,逾期', async () => {
      const found = await story.step('REPORT_BACK', '2025-07-18', {}, { by: 'contact' });
      expectStatus(found, { 'RC-38': 'MET_LATE' });
    });
  });

  describe('公开、抄告与建议书(第七十九条,条例第五十七条第二款)', () => {
    it('决定书生效前不公开', async () => {
      story = await stories.register('2025-03-17');
      await story.upToReview('2025-03-20', '2025-03-24', '2025-04-07');
      await story.step('HEAR_OPINIONS', '2025-04-28');
      await story.step('SUBMIT', '2025-04-28');
      await story.step('DECIDE', '2025-05-09', { outcome: 'UPHOLD' });
      const refused = await story.refused('PUBLISH', '2025-05-09');
      expectRule(refused, 'NOT_IN_THIS_STATE', '第七十九条第一款');
    });

    it('送达后公开,抄告被申请人的上一级主管部门,制发建议书', async () => {
      await story.step('SERVE', '2025-05-12');
      await story.step('PUBLISH', '2025-05-13');
      await story.step('COPY_TO_SUPERIOR', '2025-05-13');
      const found = await story.step('RECOMMENDATION_LETTER', '2025-05-14');
      expect(found.steps.slice(-3).map(one => one.kind)).toEqual([
        'PUBLISH',
        'COPY_TO_SUPERIOR',
        'RECOMMENDATION_LETTER',
      ]);
      expectDue(found, { 'RC-38': undefined });
    });
  });

  describe('起诉与强制执行(第十条、第七十八条,行政诉讼法第四十五条)', () => {
    it('2025-04-17送达,起诉期限届满日在劳动节假期,顺延至2025-05-06', async () => {
      story = await stories.register('2025-03-03', {
        caseNumber: '江复〔2025〕78号',
        grounds: '罚款过重。',
        applicants: [{ name: '张三', address: '江州市江东区河东路3号' }],
      });
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      await story.upToEffect('2025-04-10', '2025-04-15', '2025-04-17', {
        outcome: 'CHANGE',
        reasons: '违法情节轻微,罚款过重',
        respondentSays: '请求维持',
        disposition: '将罚款数额变更为三百元。',
      });
      expectDue(await story.read(), { 'RC-35': '2025-05-06', 'RC-39': undefined });
    });

    it('起诉期限届满前,不得申请强制执行,也不得归档', async () => {
      const enforced = await story.refused('APPLY_ENFORCEMENT', '2025-04-18', {
        exhortationServedOn: '2025-04-18',
      });
      expectRule(enforced, 'ENFORCEMENT_AFTER_THE_SUIT_LIMIT', '《行政强制法》(2011)第五十三条');
      const closed = await story.refused('CLOSE', '2025-04-18');
      expectRule(closed, 'SUIT_LIMIT_IS_OVER_OR_USED', '第七十八条');
      expect(closed.message.zh).toBe('起诉期限尚未届满,至2025-05-06。');
    });

    it('2025-04-30起诉的,不起算申请强制执行的期限', async () => {
      const sued = await story.step('SUED', '2025-04-30');
      expectStatus(sued, { 'RC-35': 'MET' });
      expectDue(await story.read('2025-05-07'), { 'RC-39': undefined });
    });

    it('误登的起诉撤回后:期满未诉,三个月内可以申请强制执行,2025-08-06届满', async () => {
      await story.takeBack('SUED', '2025-05-07');
      expectDue(await story.read('2025-05-07'), { 'RC-39': '2025-08-06' });
    });

    it('未经催告,或者催告书送达未满十个工作日的,不得申请(强制法第五十四条、第六十九条)', async () => {
      const without = await story.refused('APPLY_ENFORCEMENT', '2025-07-30');
      expect([without.code, without.message.zh]).toEqual(['INPUT_MISSING', '缺少:催告书送达日期。']);
      const early = await story.refused('APPLY_ENFORCEMENT', '2025-07-30', {
        exhortationServedOn: '2025-07-16',
      });
      expectRule(early, 'EXHORTED_TEN_WORKING_DAYS_BEFORE', '《行政强制法》(2011)第五十四条');
      expect(early.message.zh).toBe('催告书2025-07-16送达,十个工作日至2025-07-30届满。');
    });

    it('催告满十个工作日仍不履行的,可以申请', async () => {
      const found = await story.step('APPLY_ENFORCEMENT', '2025-07-31', {
        exhortationServedOn: '2025-07-16',
        amountYuan: 500,
      });
      expectStatus(found, { 'RC-39': 'MET' });
    });
  });

  describe('强制执行申请书(第七十八条第二项,强制法第五十五条)', () => {
    let letters: Letters;
    const draft = async () => (await letters.draft('ENFORCEMENT_APPLICATION')) as Drafted;

    it('缺少的内容逐项列出,并说明由哪里提供', async () => {
      letters = new Letters(stories, story);
      const { text, missing } = await draft();
      expect(text).toEqual([]);
      expect(Object.fromEntries(missing.map(one => [one.source, one.suppliedBy.zh]))).toEqual({
        'letter.number': '机关资料(机关代字)',
        'case.organ.address': '机关资料',
        'letter:DECISION.on': '拟制文书',
        'letter:DECISION.number': '拟制文书',
        'event:APPLY_ENFORCEMENT.items': '申请强制执行',
        'event:APPLY_ENFORCEMENT.performed': '申请强制执行',
        'event:APPLY_ENFORCEMENT.opinion': '申请强制执行',
        'event:APPLY_ENFORCEMENT.materials': '申请强制执行',
      });
      const refused = (await letters.issue('ENFORCEMENT_APPLICATION')) as Refused;
      expect([refused.code, refused.details.length]).toEqual(['LETTER_INCOMPLETE', 8]);
    });

    const PAPERS = {
      exhortationServedOn: '2025-07-16',
      items: ['缴纳变更后的罚款三百元'],
      performed: '至今未缴纳',
      exhortation: '江政复催〔2025〕1号',
      opinion: '未提出陈述、申辩',
      materials: ['催告书及送达回证'],
    };

    it('补齐后制发,写明法院、被申请执行人、复议决定书和催告情况', async () => {
      await giveLetterhead(stories);
      await story.takeBack('APPLY_ENFORCEMENT', '2025-07-31');
      await story.step('APPLY_ENFORCEMENT', '2025-07-31', { ...PAPERS, amountYuan: 500 });
      const before = await letters.issue('DECISION');
      expect(before).toHaveLength(1);
      const all = (await letters.issue('ENFORCEMENT_APPLICATION')) as Issued[];
      const { number, text } = all.at(-1)!;
      expect(number).toBe('江政复执字〔2025〕1号');
      expect(text).toContain('江州市江东区人民法院：');
      expect(text.join('')).toContain('被申请执行人（申请人）：张三');
      expect(text.join('')).toContain(
        '《行政复议决定书》（江政复〔2025〕1号），已于2025年4月17日送达，发生法律效力。起诉期限于2025年5月6日届满',
      );
      expect(text.join('')).toContain('催告书（江政复催〔2025〕1号）于2025年7月16日送达，送达十日后');
      expect(text).toContain('申请执行的金额：人民币500元。');
    });

    it('金额登记有误、更正后,已制发的申请书标为过时', async () => {
      await story.takeBack('APPLY_ENFORCEMENT', '2025-07-31');
      await story.step('APPLY_ENFORCEMENT', '2025-07-31', { ...PAPERS, amountYuan: 300 });
      const letter = (await letters.list()).find(one => one.kind === 'ENFORCEMENT_APPLICATION')!;
      expect(letter.outdated).toEqual([
        { source: 'event:APPLY_ENFORCEMENT.amountYuan', before: '500', after: '300' },
      ]);
    });
  });

  describe('不由复议机关申请强制执行的(第七十八条)', () => {
    const tried = { exhortationServedOn: '2025-05-28' };

    it('维持的,由作出行政行为的行政机关申请;本机关没有三个月的期限', async () => {
      const upheld = await served('2025-05-12', { outcome: 'UPHOLD' });
      const refused = await upheld.refused('APPLY_ENFORCEMENT', '2025-06-20', tried);
      expectRule(refused, 'UPHELD_IS_ENFORCED_BY_THE_ACTING_ORGAN', '第七十八条第(一)项');
      expect(refused.remedy.zh).toContain('由作出行政行为的行政机关(被申请人)依法强制执行');
      expectDue(await upheld.read(), { 'RC-39': undefined });
    });

    it('责令被申请人履行的,不是申请人、第三人的义务', async () => {
      const ordered = await served('2025-05-12', { outcome: 'ORDER_PERFORM', performWithinDays: 10 });
      const refused = await ordered.refused('APPLY_ENFORCEMENT', '2025-06-20', tried);
      expectRule(refused, 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE', '第七十八条');
      expect(refused.remedy.zh).toContain('责令其限期履行');
    });
  });

  describe('归档后重新办理', () => {
    it('起诉期限2025-05-27届满未诉,2025-06-03归档;其后得知已于2025-05-26起诉', async () => {
      story = await served('2025-05-12', { outcome: 'UPHOLD' });
      await story.step('CLOSE', '2025-06-03');
      const refused = await story.refused('SUED', '2025-06-10');
      expect(refused.code).toBe('NOT_IN_THIS_STATE');
      expect(refused.message.zh).toContain('归档');
    });

    it('撤回归档(说明理由),案件回到履行监督,原登记仍在案', async () => {
      const found = await story.takeBack('CLOSE', '2025-06-10');
      expect(found.state.code).toBe('EFFECTIVE');
      const close = found.steps.find(one => one.kind === 'CLOSE');
      expect(close?.takenBack).toBe(true);
      expect(found.steps.at(-1)).toMatchObject({
        kind: 'TAKE_BACK',
        of: close?.id,
        record: { reason: '日期登记有误' },
      });
    });

    it('登记起诉后再次归档', async () => {
      await story.step('SUED', '2025-05-26', {}, { today: '2025-06-10' });
      const found = await story.step('CLOSE', '2025-06-11');
      expectStatus(found, { 'RC-35': 'MET' });
      expect(found.state.code).toBe('CLOSED');
      expect(found.steps.filter(one => one.kind === 'CLOSE')).toHaveLength(2);
    });
  });
});
