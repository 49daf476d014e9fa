import { CaseworkModule } from '#casework';
import type { Config } from '#config';
import { JobsModule } from '#jobs';
import { PersistenceModule, rateLimits } from '#persistence';
import { QueriesModule } from '#queries';
import { Module, type DynamicModule } from '@nestjs/common';
import { AccountShapes } from './graphql/accounts/account-shapes.ts';
import { PartLabels } from './graphql/figures/part-labels.ts';
import { Questions } from './graphql/figures/questions.ts';
import { graphqlModule } from './graphql/graphql.module.ts';
import { LedgerCommands } from './graphql/ledger/ledger-commands.ts';
import { RESOLVERS } from './graphql/resolvers.ts';
import { CaseReader } from './graphql/reconsideration/case-reader.ts';
import { WorkPages } from './graphql/reconsideration/work/work-pages.ts';
import { Parties } from './graphql/proceedings/parties.ts';
import { Labels } from './graphql/shared/labels.ts';
import { SubscriptionSockets } from './graphql/sockets/subscription-sockets.ts';
import { OrgansAsked } from './graphql/shared/organs-asked.ts';
import { Watch } from './graphql/shared/watch.ts';
import { DownloadLinks } from './http/files/download-links.ts';
import { FilesController } from './http/files/files.controller.ts';
import { HealthController } from './http/health.controller.ts';
import { Rates } from './http/protection/rates.ts';
import { PersonasController } from './http/personas.controller.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { OpenIdController } from './identity/openid/open-id.controller.ts';
import { OpenId } from './identity/openid/open-id.ts';

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
        IdentityModule,
        graphqlModule(config),
      ],
      controllers: [HealthController, FilesController, OpenIdController, PersonasController],
      providers: [
        rateLimits(config),
        Rates,
        SubscriptionSockets,
        DownloadLinks,
        AccountShapes,
        OpenId,
        Labels,
        OrgansAsked,
        Parties,
        CaseReader,
        WorkPages,
        PartLabels,
        Questions,
        Watch,
        LedgerCommands,
        ...RESOLVERS,
      ],
    };
  }
}
