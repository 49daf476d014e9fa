import type { Config } from '#config';
import { BullModule } from '@nestjs/bullmq';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { queueConnection } from './connection.ts';
import { QUEUE } from './definitions.ts';
import { OutboxRelay } from './relay.ts';

/** The queue and the relay; every process that writes needs them, only the worker processes jobs. */
@Global()
@Module({})
export class JobsModule {
  static for(config: Config): DynamicModule {
    return {
      module: JobsModule,
      imports: [
        BullModule.forRootAsync({ useFactory: () => ({ connection: queueConnection(config, 'take') }) }),
        BullModule.registerQueue({ name: QUEUE, connection: queueConnection(config, 'handIn') }),
      ],
      providers: [OutboxRelay],
      exports: [OutboxRelay, BullModule],
    };
  }
}
