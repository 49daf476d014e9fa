import { referenceScope } from '#identity';
import { Reader } from '#persistence';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { AllowAnybody } from '../identity/allow.ts';

@Controller('health')
export class HealthController {
  constructor(private readonly reader: Reader) {}

  @AllowAnybody()
  @Get()
  async health(): Promise<{ status: 'ok' }> {
    try {
      await this.reader.rows(referenceScope(), 'health', 'select 1');
    } catch {
      throw new ServiceUnavailableException({ status: 'database unreachable' });
    }
    return { status: 'ok' };
  }
}
