import { describe, expect, it } from 'vitest';
import { take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { at, code, e, inReview, received, type WithoutBase } from '#test/fixtures/law/reconsideration';

const ev = (on: string, event: WithoutBase<RcEvent>, id?: string) => e(on, event, id);
const begin = (on: string, ownPower = true) => ev(on, { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower });
const end = (on: string) => ev(on, { kind: 'END_NORMATIVE_REVIEW' });
const notify = (on: string) => ev(on, { kind: 'NOTIFY_MAKER' });
const transfer = (on: string) => ev(on, { kind: 'TRANSFER_NORMATIVE' });
const reply = (on: string) => ev(on, { kind: 'MAKER_REPLY' });
const opinion = (on: string) => ev(on, { kind: 'COMMITTEE_OPINION' });
const letter = (on: string) => ev(on, { kind: 'OPINION_LETTER' }, 'letter');
const report = (on: string, of?: string) => ev(on, { kind: 'REPORT_BACK', ...(of ? { of } : {}) });
const stop = (on: string, id: string) => ev(on, { kind: 'SUSPEND', ground: 'OTHER' }, id);
const resume = (on: string, of?: string) => ev(on, { kind: 'RESUME', ...(of ? { of } : {}) });
const decided = (more: object): RcEvent[] => [
  ev('2024-07-20', { kind: 'SUBMIT' }),
  ev('2024-07-25', { kind: 'DECIDE', outcome: 'REVOKE', ...more } as never),
  ev('2024-07-29', { kind: 'SERVE' }),
];
const remade = ev('2024-08-10', { kind: 'REMAKE' });
const advice = ev('2024-06-25', { kind: 'RECOMMENDATION_LETTER', addressee: '某市人民政府' }, 'advice');

describe('an answer needs its question on record', () => {
  it.each([
    [
      '58(1): the maker told, no document under review',
      [],
      notify('2024-07-01'),
      'NORMATIVE_REVIEW_HAS_BEGUN',
    ],
    ['58(1): the maker told', [begin('2024-06-25')], notify('2024-07-01'), 'ok'],
    ['58(1): on the day it began', [begin('2024-07-01')], notify('2024-07-01'), 'ok'],
    ['58(1): before it began', [begin('2024-07-02')], notify('2024-07-01'), 'NORMATIVE_REVIEW_HAS_BEGUN'],
    ['56: handed on, no document under review', [], transfer('2024-07-01'), 'NORMATIVE_REVIEW_HAS_BEGUN'],
    ['56: handed on', [begin('2024-06-25', false)], transfer('2024-07-01'), 'ok'],
    ['59: ended, never begun', [], end('2024-07-01'), 'NORMATIVE_REVIEW_HAS_BEGUN'],
    ['59: ended', [begin('2024-06-25')], end('2024-07-01'), 'ok'],
    [
      '59: ended twice',
      [begin('2024-06-25'), end('2024-06-28')],
      end('2024-07-01'),
      'NORMATIVE_REVIEW_HAS_BEGUN',
    ],
    [
      '59: the second of two',
      [begin('2024-06-25'), begin('2024-06-26'), end('2024-06-28')],
      end('2024-07-01'),
      'ok',
    ],
    ['58(1): a reply nobody asked for', [begin('2024-06-25')], reply('2024-07-01'), 'MAKER_WAS_NOTIFIED'],
    ['58(1): a reply', [begin('2024-06-25'), notify('2024-06-26')], reply('2024-07-01'), 'ok'],
    [
      '58(1): a late reply',
      [begin('2024-06-25'), notify('2024-06-26'), end('2024-06-28')],
      reply('2024-07-01'),
      'ok',
    ],
    ['52(2): an opinion nobody asked for', [], opinion('2024-07-01'), 'COMMITTEE_WAS_ASKED'],
    ['52(2): an opinion', [ev('2024-06-28', { kind: 'ASK_COMMITTEE' })], opinion('2024-07-01'), 'ok'],
    ['76: a report without a letter', [], report('2024-07-01'), 'OPINION_LETTER_WAS_SENT'],
    [
      '条例 57(2): a recommendation asks no report',
      [advice],
      report('2024-07-01'),
      'OPINION_LETTER_WAS_SENT',
    ],
    ['76: a report', [letter('2024-06-25')], report('2024-07-01'), 'ok'],
    ['76: a report on the letter', [letter('2024-06-25')], report('2024-07-01', 'letter'), 'ok'],
    [
      '76: a report on another paper',
      [letter('2024-06-25'), advice],
      report('2024-07-01', 'advice'),
      'REPORT_NAMES_AN_OPINION_LETTER',
    ],
    [
      '76: a report on nothing',
      [letter('2024-06-25')],
      report('2024-07-01', 'none'),
      'REPORT_NAMES_AN_OPINION_LETTER',
    ],
    ['64(1): a new act that was ordered', decided({ remakeOrdered: true }), remade, 'ok'],
    ['64(1): a new act nobody ordered', decided({}), remade, 'REMAKE_WAS_ORDERED'],
    ['64(1): said not to be ordered', decided({ remakeOrdered: false }), remade, 'REMAKE_WAS_ORDERED'],
  ] as [string, RcEvent[], RcEvent, string][])('%s: %#', (_, more, event, expected) =>
    expect(code([...inReview, ...more], event, 'HANDLER', event.on)).toBe(expected),
  );

  it('entered late, the question counts from its own day', () => {
    const asked = [...inReview, ev('2024-06-28', { kind: 'ASK_COMMITTEE' })];
    expect(code(asked, opinion('2024-06-27'), 'HANDLER', '2024-07-20')).toBe('COMMITTEE_WAS_ASKED');
    expect(code(asked, opinion('2024-06-28'), 'HANDLER', '2024-07-20')).toBe('ok');
  });

  it('26, 27 of the older texts had documents under review too', () => {
    const old = [
      ev('2017-03-01', { kind: 'RECEIVE' }),
      ev('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    ];
    const ruling = take(RECONSIDERATION, old, transfer('2017-03-06'), 'HANDLER', at('2017-03-06'));
    expect(ruling.ok ? null : ruling.refusal).toMatchObject({
      code: 'NORMATIVE_REVIEW_HAS_BEGUN',
      basis: [
        { version: '2009', article: 26 },
        { version: '2009', article: 27 },
      ],
    });
  });
});

describe('56–58: a document is dealt with here, or handed on', () => {
  it.each([
    [
      'own power: handed on',
      [begin('2024-06-25')],
      transfer('2024-07-01'),
      'ONLY_WITHOUT_POWER_IS_A_DOCUMENT_TRANSFERRED',
    ],
    ['own power: the maker asked', [begin('2024-06-25')], notify('2024-07-01'), 'ok'],
    [
      'no power: the maker asked',
      [begin('2024-06-25', false)],
      notify('2024-07-01'),
      'ONLY_WITH_POWER_IS_THE_MAKER_NOTIFIED',
    ],
    ['no power: handed on', [begin('2024-06-25', false)], transfer('2024-07-01'), 'ok'],
    [
      'one of each: handed on',
      [begin('2024-06-25'), begin('2024-06-26', false)],
      transfer('2024-07-01'),
      'ok',
    ],
    [
      'one of each: the maker asked',
      [begin('2024-06-25'), begin('2024-06-26', false)],
      notify('2024-07-01'),
      'ok',
    ],
    [
      'one of each, and nobody can tell which has ended',
      [begin('2024-06-25'), begin('2024-06-26', false), end('2024-06-28')],
      notify('2024-07-01'),
      'ok',
    ],
    [
      'the one of own power ended before the other began',
      [begin('2024-06-25'), end('2024-06-26'), begin('2024-06-27', false)],
      notify('2024-07-01'),
      'ONLY_WITH_POWER_IS_THE_MAKER_NOTIFIED',
    ],
  ] as [string, RcEvent[], RcEvent, string][])('%s: %#', (_, more, event, expected) =>
    expect(code([...inReview, ...more], event, 'HANDLER', event.on)).toBe(expected),
  );

  it.each([
    [true, transfer('2024-07-01'), [{ article: 56 }, { article: 57 }], '三十日'],
    [false, notify('2024-07-01'), [{ article: 58, paragraph: 1 }], '转送'],
  ] as const)('own power %s: tells the article and what to do', (ownPower, event, basis, remedy) => {
    const events = [...inReview, begin('2024-06-25', ownPower)];
    const ruling = take(RECONSIDERATION, events, event, 'HANDLER', at('2024-07-01'));
    expect(ruling.ok ? null : ruling.refusal).toMatchObject({
      basis,
      remedy: { zh: expect.stringContaining(remedy) },
    });
  });

  it('26, 27 of the older texts said the same', () => {
    const old = [
      ev('2017-03-01', { kind: 'RECEIVE' }),
      ev('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
      begin('2017-03-03'),
    ];
    expect(code(old, transfer('2017-03-06'), 'HANDLER', '2017-03-06')).toBe(
      'ONLY_WITHOUT_POWER_IS_A_DOCUMENT_TRANSFERRED',
    );
  });
});

describe('39(2): a resumption lifts a suspension that is open', () => {
  const two = [stop('2024-06-25', 'one'), stop('2024-06-26', 'two')];
  it.each([
    ['all of them', two, undefined, 'ok'],
    ['one of them', two, 'two', 'ok'],
    [
      'one lifted already',
      [...two, resume('2024-06-28', 'one')],
      'one',
      'RESUMPTION_NAMES_AN_OPEN_SUSPENSION',
    ],
    ['the other one', [...two, resume('2024-06-28', 'one')], 'two', 'ok'],
    ['another kind of step', two, received.id, 'RESUMPTION_NAMES_AN_OPEN_SUSPENSION'],
    ['nothing there is', two, 'none', 'RESUMPTION_NAMES_AN_OPEN_SUSPENSION'],
    [
      'one that begins later',
      [stop('2024-06-25', 'one'), stop('2024-07-05', 'two')],
      'two',
      'RESUMPTION_NAMES_AN_OPEN_SUSPENSION',
    ],
  ] as [string, RcEvent[], string | undefined, string][])('%s: %#', (_, more, of, expected) =>
    expect(code([...inReview, ...more], resume('2024-07-01', of), 'HANDLER', '2024-07-10')).toBe(expected),
  );
});
