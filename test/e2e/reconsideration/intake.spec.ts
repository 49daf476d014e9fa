import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import { expectDue, expectRule, expectStatus, type Story } from '../../support/reconsideration/story.ts';

describe('收件与受理', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
    stories.foresees = true;
  });
  afterAll(() => stories?.stop());

  describe('申请材料不齐全,补正后受理(第三十一条)', () => {
    it('2025-03-03收件,五个工作日内须审查、须一次性通知补正:2025-03-10届满', async () => {
      story = await stories.register('2025-03-03');
      expectDue(await story.read(), { 'RC-07': '2025-03-10', 'RC-09': '2025-03-10' });
    });

    it('2025-03-05通知,申请人次日收到,自收到之日起十个工作日内补正:2025-03-20届满', async () => {
      const input = { servedOn: '2025-03-06' };
      const found = await story.step('NOTICE_CORRECTION', '2025-03-05', input, { today: '2025-03-06' });
      expect(found.state.code).toBe('CORRECTION_PENDING');
      expectDue(found, { 'RC-10': '2025-03-20' });
      expectStatus(found, { 'RC-07': 'MET', 'RC-09': 'MET' });
    });

    it('2025-03-18收到补正材料,重新起算五个工作日:2025-03-25届满', async () => {
      const found = await story.step('RECEIVE_CORRECTIONS', '2025-03-18');
      expect(found.state.code).toBe('RECEIVED');
      expectDue(found, { 'RC-11': '2025-03-25' });
      expectStatus(found, { 'RC-10': 'MET' });
    });

    it('补正通知应当一次性载明,不得再次通知', async () => {
      const refused = await story.refused('NOTICE_CORRECTION', '2025-03-19');
      expectRule(refused, 'CORRECTION_NOTICE_IS_GIVEN_ONCE', '《行政复议法》(2023)第三十一条第一款');
    });

    it('法律规定的审理期限少于六十日的,方可另填', async () => {
      const input = { procedure: 'ORDINARY', decisionDaysByLaw: 0 };
      const refused = await story.refused('ACCEPT', '2025-03-21', input);
      expectRule(refused, 'PERIOD_BY_LAW_IS_SHORTER_THAN_SIXTY_DAYS', '第六十二条第一款');
    });

    it('2025-03-21受理,六十日内决定:2025-05-20届满', async () => {
      const found = await story.step('ACCEPT', '2025-03-21', { procedure: 'ORDINARY' });
      expectStatus(found, { 'RC-11': 'MET' });
      expectDue(found, { 'RC-12': '2025-04-01', 'RC-28': '2025-05-20' });
    });
  });

  describe('补正后逾期未答复,视为受理(第三十条第三款)', () => {
    it('补正期限跳过劳动节,4月27日(周日)上班:2025-05-13届满', async () => {
      story = await stories.register('2025-04-24');
      expectDue(await story.step('NOTICE_CORRECTION', '2025-04-25'), { 'RC-10': '2025-05-13' });
    });

    it('2025-05-08收到补正材料,审查期限2025-05-15届满,当日仍未视为受理', async () => {
      await story.step('RECEIVE_CORRECTIONS', '2025-05-08');
      const found = await story.read('2025-05-15');
      expect(found.state.code).toBe('RECEIVED');
      expectDue(found, { 'RC-11': '2025-05-15' });
    });

    it('次日查看:自2025-05-15起视为受理,副本和决定期限均自该日起算', async () => {
      const found = await story.read('2025-05-16');
      expect(found.state.code).toBe('ACCEPTED');
      expectStatus(found, { 'RC-11': 'LAPSED' });
      expectDue(found, { 'RC-12': '2025-05-26', 'RC-28': '2025-07-14' });
    });

    it('2025-05-19补发受理通知并确定简易程序,受理日不因此推后', async () => {
      const input = { procedure: 'SIMPLIFIED', simplifiedGround: 'WARNING_OR_CRITICISM' };
      const found = await story.step('ACCEPT', '2025-05-19', input);
      expect(found.proceeding.acceptedOn).toBe('2025-05-15');
      expectDue(found, { 'RC-13': '2025-05-20', 'RC-30': '2025-06-16', 'RC-28': undefined });
    });

    it('办案经过记明依法视为受理,没有经办人', async () => {
      const { timeline } = await story.read();
      const deemed = timeline.find(one => one.text.zh.includes('依法视为'));
      expect(deemed?.text.zh).toContain('2025-05-15 依法视为:受理');
      expect(deemed?.basis.map(one => one.zh).join()).toContain('第三十条');
    });

    it('已确认的受理不再受理第二次', async () => {
      const refused = await story.refused('ACCEPT', '2025-05-20', { procedure: 'ORDINARY' });
      expectRule(refused, 'ONLY_A_DEEMED_ACCEPTANCE_IS_CONFIRMED_LATER', '第三十条第三款');
    });
  });

  describe('无正当理由逾期不补正,视为放弃(第三十一条第二款)', () => {
    it('通知2026-02-12送达,跨春节十个工作日:2026-03-04届满,当日仍可补正', async () => {
      story = await stories.register('2026-02-09');
      const input = { servedOn: '2026-02-12' };
      const found = await story.step('NOTICE_CORRECTION', '2026-02-11', input, { today: '2026-02-12' });
      expectDue(found, { 'RC-07': '2026-02-14', 'RC-10': '2026-03-04' });
      expect((await story.read('2026-03-04')).state.code).toBe('CORRECTION_PENDING');
    });

    it('2026-03-05起视为放弃申请', async () => {
      const found = await story.read('2026-03-05');
      expect(found.state.code).toBe('ABANDONED');
      expectStatus(found, { 'RC-10': 'LAPSED' });
    });

    it('其后补交的材料不再恢复申请', async () => {
      const refused = await story.refused('RECEIVE_CORRECTIONS', '2026-03-06');
      expectRule(refused, 'NOT_IN_THIS_STATE', '第三十一条第三款');
      expect(refused.message.zh).toContain('视为放弃');
    });

    it('补登2026-03-04收到的材料:当日未逾期,视为放弃随之消失', async () => {
      const found = await story.step('RECEIVE_CORRECTIONS', '2026-03-04', {}, { today: '2026-03-06' });
      expect(found.state.code).toBe('RECEIVED');
      expectDue(found, { 'RC-11': '2026-03-11' });
    });
  });

  describe('有正当理由的,可以延长合理的补正期限(第三十一条第二款)', () => {
    it('补正期限2025-03-20届满,不得缩短', async () => {
      story = await stories.register('2025-03-03');
      await story.step('NOTICE_CORRECTION', '2025-03-06');
      const refused = await story.refused('EXTEND_CORRECTION', '2025-03-17', { until: '2025-03-14' });
      expectRule(refused, 'EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS', '第三十一条第二款');
    });

    it('延长至2025-03-31,当日仍未视为放弃', async () => {
      expectDue(await story.step('EXTEND_CORRECTION', '2025-03-17', { until: '2025-03-31' }), {
        'RC-10': '2025-03-31',
      });
      expect((await story.read('2025-03-31')).state.code).toBe('CORRECTION_PENDING');
      expect((await story.read('2025-04-01')).state.code).toBe('ABANDONED');
    });
  });

  describe('申请期限(第二十条、第二十一条)', () => {
    const LIMIT = `verdict { code zh } dueOn unknown { code } silent { zh }
      clocks { code status day0 metOn basis { zh } explanation { zh } }`;

    it('窗口试算:2025-03-03知道的,第六十日2025-05-02在劳动节假期内,顺延至2025-05-06', async () => {
      stories.today('2025-04-01');
      const text = `query ($input: ApplicationLimitArgs!) { it: applicationLimit(input: $input) {
        ... on ApplicationLimit { ${LIMIT} } ... on Refusal { code details } } }`;
      const asked = async (input: object) =>
        (
          await stories.people.clerk.ask<{ it: { clocks: { explanation: { zh: string[] } }[] } }>(text, {
            input,
          })
        ).it;
      const found = await asked({ knewOn: '2025-03-03', actMadeOn: '2025-03-01' });
      expect(found).toMatchObject({
        verdict: { code: 'IN_TIME' },
        dueOn: '2025-05-06',
        clocks: [{ code: 'RC-01', status: 'RUNNING', metOn: null }, { code: 'RC-04' }],
      });
      expect(found.clocks[0]!.explanation.zh.join()).toContain('2025-05-02');
      expect(await asked({ knewOn: '2025-03-03', actMadeOn: '2025-03-04', appliedOn: '2025-04-02' })).toEqual(
        {
          code: 'APPLICATION_NOT_VALID',
          details: ['limit.appliedOn'],
        },
      );
    });

    it('逾期的照样登记,案件上写明逾期和还不清楚的事实', async () => {
      const act = { name: '罚款五百元的行政处罚决定', madeOn: '2025-03-01', knownOn: '2025-03-03' };
      const late = await stories.register('2025-05-07', { act });
      const told = await stories.register('2025-05-07', {
        act: { ...act, limit: { rightsTold: true, appliedOn: '2025-05-06' } },
      });
      const limit = async ({ id }: Story) => {
        const text = `query ($id: ID!) { reconsideration(id: $id) { applicationLimit { ${LIMIT} } } }`;
        return (
          await stories.people.handler.ask<{ reconsideration: { applicationLimit: object } }>(text, { id })
        ).reconsideration.applicationLimit;
      };
      expect(await limit(late)).toMatchObject({
        verdict: { code: 'LATE', zh: '已超过申请期限' },
        dueOn: '2025-05-06',
        unknown: [{ code: 'RIGHTS_TOLD' }, { code: 'OBSTACLES' }],
        clocks: [
          { code: 'RC-01', status: 'MET_LATE', metOn: '2025-05-07' },
          { code: 'RC-04', status: 'MET' },
        ],
      });
      expect(await limit(told)).toMatchObject({ verdict: { code: 'IN_TIME' }, unknown: [] });
      const found = await late.step('REFUSE', '2025-05-08', { ground: 'OUT_OF_TIME' });
      expect(found.state.code).toBe('REFUSED');
    });
  });

  describe('不予受理(第三十条第二款)', () => {
    it('2024-09-12收件,9月14日(周六)上班,中秋放假:2024-09-20届满', async () => {
      story = await stories.register('2024-09-12');
      expectDue(await story.read(), { 'RC-07': '2024-09-20' });
    });

    it('不予受理应当说明理由', async () => {
      const refused = await story.refused('REFUSE', '2024-09-18', { ground: 'OUT_OF_SCOPE', reasons: '' });
      expect(refused.code).toBe('RECORD_MISSING');
      expect(refused.details).toEqual(['reasons']);
    });

    it('以不属于本机关管辖为由的,应当告知有管辖权的机关', async () => {
      const refused = await story.refused('REFUSE', '2024-09-18', { ground: 'NO_JURISDICTION' });
      expectRule(refused, 'REFUSAL_FOR_JURISDICTION_NAMES_THE_ORGAN', '第三十条第二款');
    });

    it('告知有管辖权的机关后不予受理,案件办结', async () => {
      const input = { ground: 'NO_JURISDICTION', competentOrgan: '国家税务总局江州市税务局的上一级税务局' };
      const found = await story.step('REFUSE', '2024-09-18', input);
      expect(found.state.code).toBe('REFUSED');
      expectStatus(found, { 'RC-07': 'MET' });
      const closed = { acceptedOn: null, closedOn: '2024-09-18', outcome: { code: 'REFUSED' } };
      expect(found.proceeding).toMatchObject(closed);
    });
  });

  describe('审查期限已过,不得再不予受理,只能驳回申请(第三十条第三款、第三十三条)', () => {
    it('2025-03-10期限届满后,2025-03-12的不予受理被拒,并指明自何日起视为受理', async () => {
      story = await stories.register('2025-03-03');
      const refused = await story.refused('REFUSE', '2025-03-12', { ground: 'NO_INTEREST' });
      expectRule(refused, 'REVIEW_PERIOD_HAS_RUN_OUT', '第三十条第三款');
      expect(refused.message.zh).toContain('2025-03-10');
      expect(refused.who.map(one => one.zh)).toEqual(['复议机关负责人']);
    });

    it('承办人不能驳回申请', async () => {
      const refused = await story.refused(
        'DISMISS',
        '2025-03-13',
        { ground: 'NO_INTEREST' },
        { by: 'handler' },
      );
      expectRule(refused, 'NOT_FOR_THIS_ROLE', '第三十三条');
    });

    it('复议机关负责人驳回申请,送达后十五日内可以起诉:2025-04-03届满', async () => {
      const found = await story.step('DISMISS', '2025-03-13', { ground: 'NO_INTEREST' });
      expect(found.proceeding).toMatchObject({
        acceptedOn: '2025-03-10',
        closedOn: '2025-03-13',
        outcome: { code: 'DISMISSED' },
      });
      expectStatus(found, { 'RC-28': 'MET', 'RC-12': 'FELL_AWAY' });
      expectDue(await story.step('SERVE', '2025-03-19'), { 'RC-35': '2025-04-03' });
    });
  });

  describe('2024年前收到的申请,适用修订前的条文(2017年文本第十七条)', () => {
    it('2023-12-18收件,审查期限五日:2023-12-25届满;当时没有简易程序', async () => {
      story = await stories.register('2023-12-18');
      expectDue(await story.read(), { 'RC-07': '2023-12-25' });
      const input = { procedure: 'SIMPLIFIED', simplifiedGround: 'AMOUNT_LE_3000' };
      const refused = await story.refused('ACCEPT', '2023-12-20', input);
      expectRule(refused, 'PROCEDURE_IS_KNOWN_TO_THE_TEXT', '《行政复议法》(2017)第二十二条');
    });

    it('未作处理的,自收到之日起即为受理(第十七条第二款)', async () => {
      const found = await story.read('2023-12-26');
      expect(found.state.code).toBe('ACCEPTED');
      expectDue(found, { 'RC-12': '2023-12-27', 'RC-28': '2024-02-18' });
    });

    it('答复期限十日为自然日:2023-12-27收到副本,2024-01-06为周六,顺延至2024-01-08', async () => {
      await story.step('SEND_COPY', '2023-12-26');
      const found = await story.step('COPY_SERVED', '2023-12-27');
      expect(found.proceeding.acceptedOn).toBe('2023-12-18');
      expectDue(found, { 'RS-01': '2024-01-08' });
    });

    it('原则上书面审查,未听取意见也可报批;延期由复议机关负责人批准(第三十一条第一款)', async () => {
      await story.step('REPLY', '2024-01-05');
      const days = { days: 20, approvedBy: 'OFFICE_HEAD' };
      const refused = await story.refused('EXTEND_DECISION', '2024-01-30', days);
      expectRule(refused, 'EXTENSION_APPROVED_BY_THE_RIGHT_HEAD', '《行政复议法》(2017)第三十一条第一款');
      const found = await story.step('EXTEND_DECISION', '2024-01-30', { days: 20, approvedBy: 'ORGAN_HEAD' });
      expectDue(found, { 'RC-28': '2024-03-07' });
      expect((await story.step('SUBMIT', '2024-02-01')).state.code).toBe('DECISION_PENDING');
    });
  });
});
