import type { Config } from '#config';
import { FieldCipher } from '#protection';
import { ormConfig } from '#schema/mikro-orm.config';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MikroORM } from '@mikro-orm/postgresql';
import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { Principals } from './accounts/principals.ts';
import { AS_APP } from './app-role.ts';
import { openBus, type MessageBus } from './bus.ts';
import { CodeDirectory } from './codes.ts';
import { DemoTime } from './demo-time.ts';
import { openKeyring } from './field-keys.ts';
import { openFileStore } from './file-places/open-files.ts';
import { FileStore } from './files.ts';
import { AttemptJournal } from './journal/attempts.ts';
import { OrganDirectory } from './organs.ts';
import { Reader } from './reader.ts';
import { BUS, CLOCK, CONFIG, dayOf, WallClock } from './tokens.ts';
import { BulkWriter, Transactions } from './transaction.ts';

const CLASSES = [
  Reader,
  Transactions,
  BulkWriter,
  WallClock,
  DemoTime,
  OrganDirectory,
  CodeDirectory,
  Principals,
  AttemptJournal,
];

/** Database, files, messages and reference data for every process. */
@Global()
@Module({})
export class PersistenceModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(BUS) private readonly bus: MessageBus,
    private readonly files: FileStore,
  ) {}

  static for(config: Config): DynamicModule {
    return {
      module: PersistenceModule,
      imports: [
        MikroOrmModule.forRootAsync({
          useFactory: () => ({
            ...ormConfig(config.databaseUrl, { options: AS_APP }),
            registerRequestContext: false,
            logger: () => undefined,
          }),
          driver: undefined as never,
        }),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLOCK, useFactory: dayOf, inject: [WallClock, DemoTime] },
        { provide: BUS, useFactory: busOf(config), inject: [MikroORM] },
        ...protectedStores(config),
        ...CLASSES,
      ],
      exports: [CONFIG, CLOCK, BUS, FieldCipher, FileStore, ...CLASSES],
    };
  }

  onApplicationBootstrap(): void {
    this.files.removeAbandoned().catch(() => undefined); // rubbish that stays does no harm
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}

/** What works with the keys of personal numbers. */
function protectedStores(config: Config): Provider[] {
  const keyring = openKeyring(config);
  return [
    { provide: FieldCipher, useValue: new FieldCipher(keyring) },
    { provide: FileStore, useValue: openFileStore(config, keyring, config.maxUploadBytes) },
  ];
}

const busOf = (config: Config) => (orm: MikroORM) =>
  openBus({
    databaseUrl: config.databaseUrl,
    redisUrl: config.redisUrl,
    notify: async (channel, text) => {
      await orm.em.getConnection().execute('select pg_notify(?, ?)', [channel, text]);
    },
  });
