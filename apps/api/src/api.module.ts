import { CaseworkModule } from '#casework';
import type { Config } from '#config';
import { JobsModule } from '#jobs';
import { PersistenceModule } from '#persistence';
import { QueriesModule } from '#queries';
import { Module, type DynamicModule } from '@nestjs/common';
import { graphqlModule } from './graphql/graphql.module.ts';
import { FilesController } from './http/files.controller.ts';
import { HealthController } from './http/health.controller.ts';
import { Labels } from './graphql/shared/labels.ts';
import { Scopes } from './graphql/shared/scope.ts';
import { CodesResolver } from './graphql/codes/codes.resolver.ts';
import { OrgansResolver } from './graphql/organs/organs.resolver.ts';
import { AppearanceResolver } from './graphql/figures/appearance.resolver.ts';
import { BehindResolver } from './graphql/figures/behind.resolver.ts';
import { FiguresResolver } from './graphql/figures/figures.resolver.ts';
import { Questions } from './graphql/figures/questions.ts';
import { LedgerCommands } from './graphql/ledger/ledger-commands.ts';
import { LedgerResolver } from './graphql/ledger/ledger.resolver.ts';
import { LedgerRowsResolver } from './graphql/ledger/rows.resolver.ts';
import { ReturnsResolver } from './graphql/returns/returns.resolver.ts';
import { Watch } from './graphql/shared/watch.ts';
import { ProceedingsResolver } from './graphql/proceedings/proceedings.resolver.ts';

/** What every process with an API loads; the worker's module is added when it runs in the same process. */
@Module({})
export class ApiModule {
  static for(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PersistenceModule.for(config),
        JobsModule.for(config),
        QueriesModule,
        CaseworkModule,
        graphqlModule(config),
      ],
      controllers: [HealthController, FilesController],
      providers: [
        Labels,
        Scopes,
        Questions,
        FiguresResolver,
        BehindResolver,
        AppearanceResolver,
        OrgansResolver,
        CodesResolver,
        ProceedingsResolver,
        LedgerCommands,
        LedgerResolver,
        LedgerRowsResolver,
        ReturnsResolver,
        Watch,
      ],
    };
  }
}
