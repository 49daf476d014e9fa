// Which way the imports run. Every room lists what it may use, with the reason; anything else is a violation.
// node_modules are followed no further but never excluded: an excluded module makes the rules blind.

/** @type {{ room: string, mayUse: string[], packages?: string[], why: string }[]} */
export const ROOMS = [
  { room: 'libs/codes', mayUse: [], packages: [], why: 'pure: the words everything else speaks in' },
  { room: 'libs/law/statute', mayUse: [], packages: [], why: 'pure: sources stand alone' },
  {
    room: 'libs/law/calendar',
    mayUse: ['libs/law/statute'],
    packages: ['chinese-days'],
    why: 'pure: days and periods, with the holiday facts',
  },
  {
    room: 'libs/law/procedure',
    mayUse: ['libs/law/statute', 'libs/law/calendar'],
    packages: [],
    why: 'pure: machinery shared by the kinds of proceeding',
  },
  ...['reconsideration', 'litigation', 'mediation', 'appearance'].map(name => ({
    room: `libs/law/${name}`,
    mayUse: ['libs/law/statute', 'libs/law/calendar', 'libs/law/procedure'],
    packages: [],
    why: 'pure: siblings never import each other',
  })),
  {
    room: 'libs/statistics',
    mayUse: ['libs/codes'],
    packages: [],
    why: 'pure: definitions of measures, rates and forms',
  },
  { room: 'libs/identity', mayUse: [], packages: [], why: 'pure: roles, permissions and what each may see' },
  {
    room: 'libs/personal',
    mayUse: [],
    packages: [],
    why: 'pure: identity numbers, telephones and their masks',
  },
  { room: 'libs/protection', mayUse: [], why: 'keys and ciphers; knows no database' },
  { room: 'libs/config', mayUse: [], why: 'the only reader of the environment' },
  { room: 'libs/ledger', mayUse: ['libs/codes', 'libs/personal'], why: 'reads sheets; knows no database' },
  {
    room: 'libs/documents',
    mayUse: ['libs/codes', 'libs/statistics', 'libs/law'],
    why: 'content and renderers; knows no database',
  },
  {
    room: 'schema',
    mayUse: ['libs/codes', 'libs/identity', 'libs/law', 'libs/personal'],
    why: 'tables from the words; states of a case from the law',
  },
  {
    room: 'libs/persistence',
    mayUse: ['schema', 'libs/codes', 'libs/config', 'libs/identity', 'libs/protection'],
    why: 'database, files, messages',
  },
  {
    room: 'libs/jobs',
    mayUse: ['schema', 'libs/persistence', 'libs/config', 'libs/identity'],
    why: 'queue and relay',
  },
  {
    room: 'libs/queries',
    mayUse: [
      'schema',
      'libs/persistence',
      'libs/codes',
      'libs/identity',
      'libs/personal',
      'libs/statistics',
      'libs/law',
    ],
    why: 'the read side',
  },
  {
    room: 'libs/backup',
    mayUse: ['schema', 'libs/config', 'libs/persistence', 'libs/protection', 'libs/jobs', 'libs/queries'],
    why: 'all of an installation in one file; knows tables and documents, not what they mean',
  },
  { room: 'libs/casework', mayUse: ['schema', 'libs'], why: 'use cases bring everything together' },
  { room: 'apps/worker', mayUse: ['libs'], why: 'a process: modules only' },
  {
    room: 'apps/ledger',
    mayUse: ['libs', 'apps/worker'],
    why: 'a command line; it does its own job at once',
  },
  { room: 'apps/account', mayUse: ['libs'], why: 'a command line for the owner of the machine' },
  { room: 'apps/backup', mayUse: ['libs'], why: 'a command line; the library does the work' },
  {
    room: 'apps/api',
    mayUse: ['libs', 'schema', 'apps/worker'],
    why: 'a process; in the default start the worker runs inside it',
  },
];

const PURE = ROOMS.filter(room => room.packages);
const inside = folder => `^${folder}/`;

const forbidden = [
  {
    name: 'no-circular',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'product-not-to-test',
    severity: 'error',
    from: { path: '^(apps|libs|schema|scripts)/', pathNot: '\\.spec\\.ts$' },
    to: { path: '^test/' },
  },
  {
    name: 'product-not-to-dev-packages',
    severity: 'error',
    from: { path: '^(apps|libs|schema)/', pathNot: '\\.spec\\.ts$' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'] },
  },
  ...ROOMS.map(({ room, mayUse, why }) => ({
    name: `room:${room}`,
    comment: why,
    severity: 'error',
    from: { path: inside(room), pathNot: '\\.spec\\.ts$' },
    to: { path: '^(apps|libs|schema)/', pathNot: [room, ...mayUse].map(inside) },
  })),
  ...PURE.map(({ room, packages }) => ({
    name: `pure:${room}`,
    comment: 'pure rooms use no package, no framework and no Node module',
    severity: 'error',
    from: { path: inside(room), pathNot: '\\.spec\\.ts$' },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'core'],
      ...(packages.length ? { pathNot: packages.map(p => `node_modules/${p}/`) } : {}),
    },
  })),
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
