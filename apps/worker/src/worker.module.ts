import { CaseworkModule, CaseworkJobsModule } from '#casework';
import type { Config } from '#config';
import { JobProcessor, JobsModule } from '#jobs';
import { PersistenceModule } from '#persistence';
import { QueriesModule } from '#queries';
import { Module, type DynamicModule } from '@nestjs/common';

/** The processors. Alone it is the worker process; inside the API's process it finds the rest already there. */
@Module({})
export class WorkerModule {
  static alone(config: Config): DynamicModule {
    const imports = [
      PersistenceModule.for(config),
      JobsModule.for(config),
      QueriesModule,
      CaseworkModule,
      CaseworkJobsModule,
    ];
    return { module: WorkerModule, imports, providers: [JobProcessor] };
  }

  static inside(): DynamicModule {
    return { module: WorkerModule, imports: [CaseworkJobsModule], providers: [JobProcessor] };
  }
}
