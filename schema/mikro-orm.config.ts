import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { ENTITIES } from './index.ts';
import { MIGRATIONS } from './migrations.ts';

/** The ORM's configuration, for the processes and for the command line alike. */
export function ormConfig(clientUrl: string, driverOptions: { options?: string } = {}) {
  return defineConfig({
    clientUrl,
    driverOptions,
    entities: ENTITIES,
    extensions: [Migrator],
    forceUtcTimezone: true,
    pool: { min: 0, max: 8 },
    // figure_month's triggers and its recount view are written by hand in their migration
    schemaGenerator: { ignoreTriggers: true, ignoreRoutines: true, skipViews: ['figure_month_recount'] },
    migrations: {
      path: 'schema/migrations',
      snapshotName: '.snapshot',
      snapshotOnMigrate: false, // a process that migrates a database must not write into the sources
      migrationsList: MIGRATIONS,
      emit: 'ts',
      transactional: true,
      allOrNothing: true,
    },
  });
}

export default ormConfig(process.env.DATABASE_URL ?? 'postgres://anjuan:anjuan@127.0.0.1:5432/anjuan');
