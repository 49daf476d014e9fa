import { describe, expect, it } from 'vitest';
import { LETTER_KINDS, type LetterKind } from '#documents';
import { calendarDate as d } from '#law/calendar';
import { findStep } from '#law/procedure';
import { RECONSIDERATION, type ReconsiderationSettings } from '#law/reconsideration';
import { citationText } from '#law/statute';
import { at } from '#test/fixtures/law/reconsideration';
import { datedByService, DELIVERIES, deliveryBasis } from './deliveries.ts';

describe('what a returned letter takes the day from', () => {
  it.each([
    ['CORRECTION_NOTICE', { step: 'NOTICE_CORRECTION', on: 'servedOn' }],
    ['REPLY_NOTICE', { step: 'COPY_SERVED', on: null }],
    ['DECISION', { step: 'SERVE', on: null }],
    ['DISMISSAL', { step: 'SERVE', on: null }],
    ['OPINION_LETTER', { step: 'OPINION_LETTER', on: 'servedOn' }],
    // a maker may be the respondent
    ['MAKER_NOTICE', { step: 'NOTIFY_MAKER', on: 'servedOn' }],
    // a case that was terminated or mediated has no step of service
    ['TERMINATION', null],
    ['MEDIATION_DOCUMENT', null],
    ['SUSPENSION_NOTICE', null],
    ['RECEIPT', null],
  ] as [LetterKind, object | null][])('%s', (letter, expected) =>
    expect(datedByService(letter)).toEqual(expected),
  );

  it('each step and each letter once; the day entered with a step is one the step asks for', () => {
    const [steps, letters] = [DELIVERIES.map(one => one.step), DELIVERIES.map(one => one.letter)];
    expect([new Set(steps).size, new Set(letters).size]).toEqual([DELIVERIES.length, DELIVERIES.length]);
    for (const rule of DELIVERIES) {
      expect(LETTER_KINDS[rule.letter]).toBeDefined();
      const asked = findStep(RECONSIDERATION, rule.step)?.inputs?.map(one => one.name) ?? [];
      expect('on' in rule ? asked : ['servedOn']).toContain('on' in rule ? rule.on : 'servedOn');
    }
  });
});

/** A case received in December 2023; a step of it in 2024; the list read in June 2024. */
const cited = (kind: string, happenedOn: string, settings: Partial<ReconsiderationSettings> = {}) =>
  deliveryBasis(
    { kind, happenedOn: d(happenedOn), receivedOn: d('2023-12-20') },
    at('2024-06-03', settings),
  ).map(one => citationText(one).zh);

describe('the articles under which a paper has to arrive, in a case between two texts', () => {
  it('the text of the case: its decision is served as the law of 2017 has it', () =>
    expect(cited('DECIDE', '2024-02-01')).toEqual(['《行政复议法》(2017)第三十一条第三款']));

  it('76: what counts from the receipt of an opinion letter follows the day of its service', () =>
    expect(cited('OPINION_LETTER', '2023-12-28')).toEqual(['《行政复议法》(2023)第七十六条']));

  it('an office that follows the day of each step: service is still to come', () => {
    const stepDay = { governing: 'STEP_DAY' } as const;
    expect(cited('DECIDE', '2023-12-29', stepDay)).toEqual(['《行政复议法》(2023)第七十五条第二款']);
    expect(cited('SUSPEND', '2023-12-29', stepDay)).toEqual(['《行政复议法实施条例》(2007)第四十一条第一款']);
    expect(cited('SUSPEND', '2024-01-02', stepDay)[0]).toBe('《行政复议法》(2023)第三十九条第一款');
  });
});
