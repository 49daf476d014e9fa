import type { Scope } from '#identity';
import type { ServiceMethod } from '#law/calendar';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';

/** 送达: as it was recorded. */
export interface LetterServiceRow {
  readonly id: string;
  readonly letterId: string;
  readonly letterKind: string;
  readonly requestId: string;
  readonly role: 'APPLICANT' | 'RESPONDENT' | 'THIRD_PARTY';
  readonly at: number;
  readonly recipient: string;
  readonly method: ServiceMethod;
  readonly sentOn: string | null;
  readonly happenedOn: string | null;
  readonly servedOn: string | null;
  readonly returnedOn: string | null;
  readonly note: string | null;
  readonly corrects: string | null;
  /** A later row says something else. */
  readonly corrected: boolean;
  readonly enteredAt: string;
}

export const SERVICES_OF_CASE = `select s.id::text, s.letter_id::text as "letterId", l.kind as "letterKind",
    s.request_id as "requestId", s.role, s.party_place as at, s.recipient, s.method, s.sent_on::text as "sentOn",
    s.happened_on::text as "happenedOn", s.served_on::text as "servedOn", s.returned_on::text as "returnedOn", s.note,
    s.corrects_id::text as corrects, exists (select from letter_service c where c.corrects_id = s.id) as corrected,
    to_char(s.entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "enteredAt"
  from letter_service s join letter l on l.id = s.letter_id where s.proceeding_id = $1::bigint order by s.id`;

/** 送达情况 of a case. */
@Injectable()
export class LetterServices {
  constructor(private readonly reader: Reader) {}

  ofCase(scope: Scope, caseId: string): Promise<LetterServiceRow[]> {
    return this.reader.rows<LetterServiceRow>(scope, 'case.services', SERVICES_OF_CASE, [caseId]);
  }
}
