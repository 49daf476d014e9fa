import { describe, expect, it } from 'vitest';
import { takeBack } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { at, e, heard, inReview, look, received, replied, served } from '#test/fixtures/law/reconsideration';

const back = (events: RcEvent[], event: RcEvent, role = 'HANDLER', today = '2024-07-01') =>
  takeBack(RECONSIDERATION, events, event.id, role, at(today));
const told = (...[events, event, role]: Parameters<typeof back>) => {
  const ruling = back(events, event, role);
  return ruling.ok ? ruling.value.facts.state : [ruling.refusal.code, ...(ruling.refusal.missing ?? [])];
};

describe('a step entered by mistake is taken back', () => {
  it('the last one: the case is what it was before', () => {
    expect(told(inReview, heard)).toBe('IN_REVIEW');
    // the reply taken back, its time ran out on 26 June: no answer counts as no evidence (70)
    const ruling = back([received, ...inReview.slice(1, 4)], replied);
    expect(ruling.ok && ruling.value.facts.history.at(-1)).toMatchObject({ kind: 'NO_REPLY', deemed: true });
  });

  it('one on which later steps rest: refused, naming them', () => {
    const submit = e('2024-07-01', { kind: 'SUBMIT' });
    const decide = e('2024-07-01', { kind: 'DECIDE', outcome: 'UPHOLD' });
    expect(told([...inReview, submit, decide], submit)).toEqual(['LATER_STEPS_REST_ON_IT', 'DECIDE']);
    expect(told([...inReview, submit], submit)).toBe('IN_REVIEW');
  });

  it('says in words what rests on it, with the article of the step', () => {
    const submit = e('2024-07-01', { kind: 'SUBMIT' });
    const decide = e('2024-07-01', { kind: 'DECIDE', outcome: 'UPHOLD' });
    const ruling = back([...inReview, submit, decide], submit);
    expect(!ruling.ok && ruling.refusal.message.zh).toBe('其后的登记以它为前提:作出行政复议决定');
    expect(!ruling.ok && ruling.refusal.message.en).toBe('later steps rest on it: decide');
    expect(!ruling.ok && ruling.refusal.remedy.zh).toContain('最后一项');
    expect(!ruling.ok && ruling.refusal.basis).toEqual([
      { statute: 'RECONSIDERATION_LAW', version: '2023', article: 61, paragraph: 1 },
    ]);
  });

  it('a record that never took effect stands in nobody’s way', () => {
    const stray = e('2024-06-25', { kind: 'CLOSE' });
    expect(look([...inReview, stray], '2024-07-01').rejected).toEqual(['CLOSE']);
    expect(told([...inReview, stray], heard)).toBe('IN_REVIEW');
  });

  it('by whoever may take it, and by nobody else', () => {
    expect(told(inReview, served, 'ORGAN_HEAD')).toEqual(['NOT_FOR_THIS_ROLE']);
    const reply = back(inReview, replied, 'RESPONDENT');
    expect(reply.ok).toBe(true);
  });

  it('an older case: the article of its own text', () => {
    const old = e('2017-03-01', { kind: 'RECEIVE' });
    const copy = e('2017-03-08', { kind: 'ACCEPT', procedure: 'ORDINARY' });
    const ruling = takeBack(RECONSIDERATION, [old, copy], copy.id, 'ORGAN_HEAD', at('2017-03-09'));
    expect(!ruling.ok && ruling.refusal.basis[0]).toMatchObject({ version: '2009', article: 17 });
  });

  it('an event the case does not have is a fault of the caller', () => {
    expect(() => back(inReview, e('2024-06-30', { kind: 'SUED' }))).toThrow(RangeError);
  });
});
