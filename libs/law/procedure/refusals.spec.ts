import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type RcRole } from '#law/reconsideration';
import { cite, w } from '#law/statute';
import { at, e, heard, inReview } from '#test/fixtures/law/reconsideration';
import { checkInputs } from './inputs.ts';

const answer = (events: RcEvent[], event: RcEvent, role: RcRole, today: string = event.on) => {
  const ruling = take(RECONSIDERATION, events, event, role, at(today));
  return ruling.ok ? 'ok' : ruling.refusal;
};

const mediate = (signedByAll: boolean, sealed: boolean) =>
  answer(inReview, e('2024-06-25', { kind: 'MEDIATE', signedByAll, sealed }), 'ORGAN_HEAD');

describe('a refusal names what is missing', () => {
  it.each([
    [false, false, ['signedByAll', 'sealed']],
    [true, false, ['sealed']],
    [false, true, ['signedByAll']],
  ])('73(1): signed by all %s, sealed %s: %j', (signed, sealed, missing) =>
    expect(mediate(signed, sealed)).toMatchObject({
      code: 'MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED',
      missing,
    }),
  );
  it('73(1): signed and sealed, nothing is', () => expect(mediate(true, true)).toBe('ok'));

  it('a rule that is no list names nothing; it names who can mend it', () => {
    const unheard = inReview.filter(x => x !== heard);
    const refusal = answer(unheard, e('2024-06-25', { kind: 'SUBMIT' }), 'HANDLER');
    expect(refusal).toMatchObject({ code: 'OPINIONS_OF_THE_PARTIES_ARE_HEARD', who: ['HANDLER'] });
    expect(refusal).not.toHaveProperty('missing');
    const twice = [
      ...inReview,
      e('2024-07-01', { kind: 'EXTEND_DECISION', days: 5, approvedBy: 'OFFICE_HEAD' }),
    ];
    const again = e('2024-07-02', { kind: 'EXTEND_DECISION', days: 5, approvedBy: 'OFFICE_HEAD' });
    expect(answer(twice, again, 'OFFICE_HEAD')).not.toHaveProperty('who');
  });
});

describe('the first record of a case', () => {
  it.each([
    ['2017-12-31', '2009', 17],
    ['2018-01-01', '2017', 17],
    ['2023-12-31', '2017', 17],
    ['2024-01-01', '2023', 30],
  ])('received on %s, entered before it: the text of that day (%s) is cited', (on, version, article) =>
    expect(answer([], e(on, { kind: 'RECEIVE' }), 'HANDLER', '1999-12-31')).toMatchObject({
      code: 'DAY_LIES_IN_THE_FUTURE',
      basis: [{ version, article }],
    }),
  );
});

const extension = (on: string, events: RcEvent[]) =>
  answer(
    [...events, e(on, { kind: 'TERMINATE', ground: 'WITHDRAWN_WITH_LEAVE' })],
    e(on, { kind: 'EXTEND_DECISION', days: 5, approvedBy: 'OFFICE_HEAD' }),
    'OFFICE_HEAD',
  );

describe('the case as it stood on the day', () => {
  it('77(2): performed that day already, nothing is left to order', () => {
    const effective = [
      ...inReview,
      e('2024-06-25', { kind: 'SUBMIT' }),
      e('2024-06-26', { kind: 'DECIDE', outcome: 'REVOKE' }),
      e('2024-06-27', { kind: 'SERVE' }),
    ];
    const order = e('2024-07-10', { kind: 'ORDER_PERFORMANCE', until: d('2024-08-01') });
    expect(answer(effective, order, 'ORGAN_HEAD')).toBe('ok');
    const performed = (on: string) => [...effective, e(on, { kind: 'PERFORMED' })];
    for (const on of ['2024-07-09', '2024-07-10'])
      expect(answer(performed(on), order, 'ORGAN_HEAD')).toMatchObject({ code: 'SOMETHING_IS_LEFT_UNDONE' });
  });

  it('62(1): ended that day, the suspension of earlier days has still lengthened the period', () => {
    const stood = [
      ...inReview,
      e('2024-06-25', { kind: 'SUSPEND', ground: 'ENTITY_ENDED' }),
      e('2024-07-05', { kind: 'RESUME' }),
    ];
    // the sixtieth day would be 08-05; ten days of suspension make it 08-14
    expect(extension('2024-08-14', stood)).toBe('ok');
    expect(extension('2024-08-15', stood)).toMatchObject({ code: 'EXTENSION_BEFORE_THE_PERIOD_ENDS' });
    expect(extension('2024-08-14', inReview)).toMatchObject({ code: 'EXTENSION_BEFORE_THE_PERIOD_ENDS' });
  });
});

describe('what a form may send', () => {
  it('a list with one day in it is no day', () => {
    const hearing = { kind: 'SCHEDULE_HEARING', hearingOn: ['2024-08-01'], on: d('2024-06-25'), id: 'h' };
    expect(answer(inReview, hearing as unknown as RcEvent, 'HANDLER')).toMatchObject({
      code: 'INPUT_NOT_VALID',
      missing: ['hearingOn'],
    });
  });

  it('where no codes are listed none fits, and the kind is named', () => {
    const ground = { name: 'ground', words: w('情形', 'ground'), type: 'CODE', required: true } as const;
    const refusal = checkInputs([ground], { ground: 'OTHER' }, [cite('RECONSIDERATION_LAW', '2023', 39)]);
    expect(refusal).toMatchObject({
      code: 'INPUT_NOT_VALID',
      remedy: { zh: '可选的代码', en: 'one of the codes' },
    });
  });
});
