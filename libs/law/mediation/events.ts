import type { BaseEvent } from '#law/procedure';
import type { AmDispute, AmRefusal, AmTermination, PartyType } from './kinds.ts';

type Ev<K extends string, D extends object = object> = BaseEvent & { readonly kind: K } & Readonly<D>;

export type AmEvent =
  | Ev<
      'APPLY',
      {
        regime: string;
        dispute: AmDispute;
        partyType: PartyType;
        /** complex, or several organs: some regimes give more time to decide on acceptance */
        complex?: boolean;
        /** asked for by all parties together: nobody is left to be asked */
        joint?: boolean;
      }
    >
  | Ev<'ASK_CONSENT'>
  | Ev<'REFUSE', { ground: AmRefusal }>
  | Ev<'TRANSFER', { to: string }>
  | Ev<'ACCEPT', { allAgree: boolean }>
  | Ev<'START'>
  | Ev<'EXTEND'>
  | Ev<'RESUME'>
  // APPRAISAL stands still where the regime says so; OTHER never does
  | Ev<'PAUSE', { reason: 'APPRAISAL' | 'OTHER' }>
  // `civilContent: false` for an agreement with an agency, which no court confirms
  | Ev<'AGREE', { signedByAll: boolean; partial?: boolean; civilContent?: boolean }>
  // the ground decides what the parties are told: where to go now
  | Ev<'TERMINATE', { ground: AmTermination }>
  | Ev<'NOTIFY_TERMINATION'>
  | Ev<'PERFORMED'>
  | Ev<'FILE_CONFIRMATION', { jointly: boolean }>
  | Ev<'COURT_ACCEPTS'>
  | Ev<'CONFIRM'>
  | Ev<'REJECT_CONFIRMATION'>
  | Ev<'CLOSE'>;
export type AmKind = AmEvent['kind'];
