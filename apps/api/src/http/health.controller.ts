import { Reader } from '#persistence';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';

@Controller('health')
export class HealthController {
  constructor(private readonly reader: Reader) {}

  @Get()
  async health(): Promise<{ status: 'ok' }> {
    try {
      await this.reader.rows('health', 'select 1');
    } catch {
      throw new ServiceUnavailableException({ status: 'database unreachable' });
    }
    return { status: 'ok' };
  }
}
