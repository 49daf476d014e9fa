import { caseUnknown } from '#casework';
import type { Scope } from '#identity';
import {
  deemedOnRecord,
  eventOf,
  FindCase,
  LawToday,
  ListProceedings,
  standingOf,
  stepsInForce,
  type CaseRow,
  type CaseStepRow,
  type Standing,
} from '#queries';
import { procedureOf, type RcEvent } from '#law/reconsideration';
import { Injectable } from '@nestjs/common';
import { Parties } from '../proceedings/parties.ts';
import type { Proceeding } from '../proceedings/proceedings.types.ts';
import { shapeProceeding } from '../proceedings/shape.ts';
import { Labels } from '../shared/labels.ts';
import { shapeClock, shapeSteps } from './case-shapes.ts';
import { stateLabel, type ReconsiderationCase } from './reconsideration.types.ts';

/** A case as it was read, for the fields that are worked out only when they are asked for. */
export interface OpenedCase {
  /** As the asker saw it: what lies deeper has no door of its own. */
  scope: Scope;
  row: CaseRow;
  steps: readonly CaseStepRow[];
  events: readonly RcEvent[];
  standing: Standing;
}

/** A case with what follows from its steps today. */
export interface ReadCase extends ReconsiderationCase {
  opened: OpenedCase;
}

/** Reads one case for the screen: the row, its steps, and what the law makes of them today. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly cases: FindCase,
    private readonly list: ListProceedings,
    private readonly parties: Parties,
    private readonly law: LawToday,
    private readonly labels: Labels,
  ) {}

  /** @throws UserError for a case there is not, or that the asker does not see */
  async one(scope: Scope, id: string): Promise<ReadCase> {
    const found = await this.find(scope, id);
    if (!found) throw caseUnknown();
    return found;
  }

  /** 程序链: the proceedings of the case's dispute that the asker sees, itself among them. */
  async chain({ opened: { scope, row } }: ReadCase): Promise<Proceeding[]> {
    const rows = await this.list.ofDispute(scope, row.disputeId);
    const shaped = rows.map(one => shapeProceeding(one, this.labels));
    await this.parties.on(scope, shaped);
    return shaped;
  }

  async find(scope: Scope, id: string): Promise<ReadCase | null> {
    const row = await this.cases.byId(scope, id);
    const proceeding = row && (await this.list.byId(scope, id));
    if (!row || !proceeding) return null;
    const shaped = shapeProceeding(proceeding, this.labels);
    await this.parties.on(scope, [shaped]);
    const steps = await this.cases.steps(scope, id);
    const events = stepsInForce(steps).map(eventOf);
    const context = this.law.reconsideration();
    const standing = standingOf(events, context);
    return {
      opened: { scope, row, steps, events, standing },
      id,
      version: row.version,
      proceeding: shaped,
      dispute: row.disputeId,
      channel: row.channel,
      act: { name: row.actName, number: row.actNumber, madeOn: row.actMadeOn, knownOn: row.actKnownOn },
      claims: row.claims,
      grounds: row.grounds,
      state: stateLabel(standing.facts.state ?? 'RECEIVED')!,
      procedure: procedureOf(standing.facts),
      handler: row.handlerName,
      secondHandler: row.secondHandlerName,
      clocks: standing.clocks.map(one => shapeClock(one, context)),
      steps: shapeSteps(steps, new Set(deemedOnRecord(steps).map(one => one.eventId))),
    };
  }
}
