import { RETURN_FORM_CODES, scopeOf } from '#statistics';
import { OrganEntity, ReturnExportEntity } from '#schema';
import { addToOutbox, OrganDirectory, Reader } from '#persistence';
import { OutboxRelay } from '#jobs';
import { MikroORM, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { unknownOrgan, UserError } from '../refusal.ts';

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
    private readonly orm: MikroORM,
    private readonly organs: OrganDirectory,
    private readonly reader: Reader,
    private readonly relay: OutboxRelay,
  ) {}

  /** @returns the export's id. @throws UserError for an unknown organ or form, or a period without a day */
  async execute(request: ExportRequest): Promise<number> {
    const known = await this.sent(request.requestId);
    if (known) return known;
    const organ = this.organs.byCode(request.organ);
    if (!organ) throw unknownOrgan(request.organ);
    check(request);
    try {
      const { requestId, form, format, withSubordinates, from, to, cutOff } = request;
      const id = await this.orm.em.fork().transactional(async em => {
        const reference = em.getReference(OrganEntity, organ.id);
        const nothing = { fileKey: null, fileName: null, violations: null, error: null, finishedAt: null };
        const created = em.create(ReturnExportEntity, {
          organ: reference,
          requestId,
          form,
          format,
          withSubordinates,
          from,
          to,
          cutOff,
          ...nothing,
        });
        await em.flush();
        addToOutbox(em, 'exportReturn', { exportId: created.id });
        return created.id;
      });
      this.relay.poke();
      return id;
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return (await this.sent(request.requestId))!;
      throw error;
    }
  }

  private async sent(requestId: string): Promise<number | null> {
    const row = await this.reader.first<{ id: number }>(
      'returns.sent',
      'select id from return_export where request_id = $1',
      [requestId],
    );
    return row?.id ?? null;
  }
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
