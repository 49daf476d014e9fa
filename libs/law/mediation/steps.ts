import type { Input, Step } from '#law/procedure';
import { w, type Basis } from '#law/statute';
import type { AmEvent } from './events.ts';
import * as rule from './guards.ts';
import { AM_DISPUTES, AM_REFUSALS, AM_TERMINATIONS } from './kinds.ts';
import type { MediationSettings } from './settings.ts';
import type { AmState } from './states.ts';
import { civil, confirmation, office, peoples } from './texts.ts';

type AmStep = Step<AmState, AmEvent, MediationSettings>;

const STAFF = ['MEDIATOR'] as const;
/** The machine puts the regime's own articles here; without a regime only the office's setting remains. */
const REGIME: readonly [Basis] = [[office(1)]];
const CONFIRMED: readonly [Basis] = [[civil(205), peoples(33)]];

const input = (name: string, zh: string, en: string, type: Input['type'], codes?: object): Input => ({
  name,
  words: w(zh, en),
  type,
  required: true,
  ...(codes ? { codes: Object.keys(codes) } : {}),
});
const optional = (i: Input): Input => ({ ...i, required: false });

const SIGNED = input('signedByAll', '各方签字', 'signed by all', 'FLAG');

export const AM_STEPS: readonly AmStep[] = [
  {
    // the regime is chosen here and for good: which periods there are follows from it, so does whether the
    // dispute may be mediated at all
    kind: 'APPLY',
    name: w('登记申请', 'register the application'),
    from: [null],
    to: ['APPLIED'],
    roles: STAFF,
    inputs: [
      input('regime', '调解制度', 'regime', 'TEXT'),
      input('dispute', '纠纷种类', 'kind of dispute', 'CODE', AM_DISPUTES),
      input('partyType', '争议性质', 'civil or administrative', 'CODE', { CIVIL: 1, ADMINISTRATIVE: 1 }),
      optional(input('complex', '法律关系复杂或者涉及多个机关', 'complex or several organs', 'FLAG')),
      optional(input('joint', '各方共同申请', 'asked for jointly', 'FLAG')),
    ],
    bases: REGIME,
    guards: [rule.regimeIsKnown, rule.partyTypeMediatedHere],
    clocks: { starts: ['AM-01', 'AM-02'] },
  },
  {
    // left out when all applied together: nobody is left to be asked
    kind: 'ASK_CONSENT',
    name: w('征求对方意见', 'ask the other side'),
    from: ['APPLIED'],
    to: ['CONSENT_PENDING'],
    roles: STAFF,
    bases: REGIME,
  },
  {
    // no remedy hangs on it: mediation is nobody's right, and the way to court was never closed
    kind: 'REFUSE',
    name: w('不予受理', 'refuse'),
    from: ['APPLIED', 'CONSENT_PENDING'],
    to: ['REFUSED'],
    roles: STAFF,
    inputs: [input('ground', '不予受理情形', 'ground', 'CODE', AM_REFUSALS)],
    bases: REGIME,
    clocks: { meets: ['AM-01'] },
  },
  {
    // only before acceptance; an office that has accepted keeps the matter
    kind: 'TRANSFER',
    name: w('移送', 'transfer'),
    from: ['APPLIED'],
    to: ['TRANSFERRED'],
    roles: STAFF,
    inputs: [input('to', '移送机关', 'organ transferred to', 'TEXT')],
    bases: REGIME,
    clocks: { meets: ['AM-01', 'AM-02'] },
  },
  {
    // the time for completion starts here, in regimes that do not start it with the mediation itself
    kind: 'ACCEPT',
    name: w('受理', 'accept'),
    from: ['APPLIED', 'CONSENT_PENDING'],
    to: ['ACCEPTED'],
    roles: STAFF,
    inputs: [input('allAgree', '各方同意调解', 'all parties agree', 'FLAG')],
    bases: REGIME,
    guards: [rule.allPartiesAgree],
    clocks: { starts: ['AM-03'], meets: ['AM-01'] },
  },
  {
    // a step of its own because traffic and forest tenure count from it, not from acceptance
    kind: 'START',
    name: w('开始调解', 'start'),
    from: ['ACCEPTED'],
    to: ['MEDIATING'],
    roles: STAFF,
    bases: REGIME,
    clocks: { starts: ['AM-03'] },
  },
  {
    // by the head, and once: no regime that was read allows a second time
    kind: 'EXTEND',
    name: w('延长调解期限', 'extend'),
    from: ['ACCEPTED', 'MEDIATING'],
    to: 'SAME',
    roles: ['OFFICE_HEAD'],
    bases: REGIME,
    guards: [rule.extensionInRegime],
    clocks: { moves: ['AM-03'] },
  },
  {
    // before PAUSE in the table, so that a pause that ends and another that begins on one day do not swallow
    // each other
    kind: 'RESUME',
    name: w('恢复调解', 'resume'),
    from: ['PAUSED'],
    to: ['MEDIATING'],
    roles: STAFF,
    bases: REGIME,
    clocks: { moves: ['AM-03'] },
  },
  {
    // only an appraisal is left out of the time; any other pause is the office's own and costs it days
    kind: 'PAUSE',
    name: w('中止调解', 'pause'),
    from: ['MEDIATING', 'PAUSED'],
    to: ['PAUSED'],
    roles: STAFF,
    inputs: [input('reason', '中止原因', 'reason', 'CODE', { APPRAISAL: 1, OTHER: 1 })],
    bases: REGIME,
    clocks: { stops: ['AM-03'] },
  },
  {
    // a partial agreement is one too (山东条例 23); the rest goes its own way
    kind: 'AGREE',
    name: w('达成调解协议', 'agreement'),
    from: ['MEDIATING'],
    to: ['AGREED'],
    roles: STAFF,
    inputs: [SIGNED],
    bases: REGIME,
    guards: [rule.agreementSigned],
    clocks: { starts: ['AM-05'], meets: ['AM-03'] },
  },
  {
    // SYSTEM too, where the regime itself says that over time is failed
    kind: 'TERMINATE',
    name: w('终止调解', 'terminate'),
    from: ['ACCEPTED', 'MEDIATING', 'PAUSED'],
    to: ['TERMINATED'],
    roles: ['MEDIATOR', 'SYSTEM'],
    inputs: [input('ground', '终止情形', 'ground', 'CODE', AM_TERMINATIONS)],
    bases: REGIME,
    guards: [rule.timeIsOver],
    clocks: { starts: ['AM-04'], meets: ['AM-03'] },
  },
  {
    kind: 'NOTIFY_TERMINATION',
    name: w('告知终止', 'tell of the termination'),
    from: ['TERMINATED'],
    to: 'SAME',
    roles: STAFF,
    bases: REGIME,
    clocks: { meets: ['AM-04'] },
  },
  {
    // without confirmation: an agreement that is kept needs no court
    kind: 'PERFORMED',
    name: w('履行完毕', 'performed'),
    from: ['AGREED'],
    to: ['PERFORMED'],
    roles: STAFF,
    bases: REGIME,
  },
  {
    // makes the agreement enforceable; afterwards the court acts, so the articles are the court's
    kind: 'FILE_CONFIRMATION',
    name: w('申请司法确认', 'file for judicial confirmation'),
    from: ['AGREED'],
    to: ['CONFIRMATION_FILED'],
    roles: STAFF,
    inputs: [input('jointly', '双方共同申请', 'applied jointly', 'FLAG')],
    bases: CONFIRMED,
    guards: [rule.confirmationOnlyCivil, rule.confirmationIsJoint, rule.confirmationInTime],
    clocks: { starts: ['AM-06'], meets: ['AM-05'] },
  },
  {
    // may be the same day: both parties at the counter are ruled on at once (规定 4(1))
    kind: 'COURT_ACCEPTS',
    name: w('法院受理', 'court accepts'),
    from: ['CONFIRMATION_FILED'],
    to: 'SAME',
    roles: STAFF,
    bases: [[confirmation(4)]],
    clocks: { starts: ['AM-07'], meets: ['AM-06'] },
  },
  {
    kind: 'CONFIRM',
    name: w('裁定有效', 'confirmed'),
    from: ['CONFIRMATION_FILED'],
    to: ['CONFIRMED'],
    roles: STAFF,
    bases: [[civil(206)]],
    clocks: { meets: ['AM-07'] },
  },
  {
    // the parties may mediate again or sue (民诉法 206)
    kind: 'REJECT_CONFIRMATION',
    name: w('裁定驳回申请', 'confirmation rejected'),
    from: ['CONFIRMATION_FILED'],
    to: ['CONFIRMATION_REJECTED'],
    roles: STAFF,
    bases: [[civil(206)]],
    clocks: { meets: ['AM-07'] },
  },
  {
    // a terminated mediation is closed with the parties told of the ways that remain
    kind: 'CLOSE',
    name: w('归档', 'close the file'),
    from: ['TERMINATED', 'PERFORMED', 'CONFIRMED', 'CONFIRMATION_REJECTED'],
    to: ['CLOSED'],
    roles: STAFF,
    bases: REGIME,
  },
];
