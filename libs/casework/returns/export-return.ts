import { accountOf, organEntry, type Actor } from '#identity';
import { RETURN_FORM_CODES, scopeOf } from '#statistics';
import { AccountEntity, OrganEntity, ReturnExportEntity } from '#schema';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { UserError } from '../refusal.ts';
import { Requests, type KnownRequest } from '../requests.ts';

export interface ExportRequest {
  organ: string;
  withSubordinates: boolean;
  form: string;
  format: 'XLSX' | 'CSV';
  from: string;
  to: string;
  cutOff: string | null;
  /** The client's own id of this request: sent twice, it is done once. */
  requestId: string;
}

/** 导出报表: asks for a return; a job fills, checks and writes it. */
@Injectable()
export class ExportReturn {
  constructor(
    private readonly access: Access,
    private readonly requests: Requests,
  ) {}

  /** @returns the export's id. @throws UserError for an actor who may not, an unknown organ or form, a period without a day, or a used request id */
  async execute(actor: Actor, request: ExportRequest): Promise<number> {
    const scope = this.access.scope(actor, 'returns.export');
    const { organ } = this.access.organs(scope, request.organ, request.withSubordinates);
    check(request);
    const { organ: _code, ...asked } = request;
    const accountId = accountOf(actor);
    const nothing = { fileKey: null, fileName: null, violations: null, error: null, finishedAt: null };
    return this.requests.once(actor, scope, {
      requestId: request.requestId,
      find: em => known(em, organ.id, request),
      create: em =>
        em.create(ReturnExportEntity, {
          organ: em.getReference(OrganEntity, organ.id),
          askedBy: accountId === null ? null : em.getReference(AccountEntity, accountId),
          ...asked,
          ...nothing,
        }),
      job: 'exportReturn',
      payload: exportId => ({ exportId }),
      entry: exportId => organEntry(organ.id, 'EXPORT_ASKED', { exportId, ...asked }),
    });
  }
}

async function known(em: EntityManager, organId: number, asked: ExportRequest): Promise<KnownRequest | null> {
  const found = await em.findOne(ReturnExportEntity, { requestId: asked.requestId });
  if (!found) return null;
  const facts = ['withSubordinates', 'form', 'format', 'from', 'to', 'cutOff'] as const;
  return { id: found.id, same: found.organ.id === organId && facts.every(one => found[one] === asked[one]) };
}

function check({ form, from, to, cutOff }: ExportRequest): void {
  if (!RETURN_FORM_CODES.includes(form)) {
    throw new UserError(
      'RETURN_UNKNOWN',
      { zh: `没有报表“${form}”。`, en: `There is no return ${form}.` },
      { zh: `可用报表:${RETURN_FORM_CODES.join('、')}。`, en: `There are: ${RETURN_FORM_CODES.join(', ')}.` },
    );
  }
  try {
    scopeOf(from, to, { cutOff });
  } catch {
    throw new UserError(
      'PERIOD_INVALID',
      { zh: `统计期间${from}至${to}没有一天。`, en: `The period ${from} to ${to} has no day.` },
      {
        zh: '开始日期应不晚于结束日期和截止日期。',
        en: 'Let it begin on or before its last day and the cut-off.',
      },
    );
  }
}
