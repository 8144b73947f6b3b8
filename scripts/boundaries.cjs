/**
 * Who may import whom: the import table of the design as data. The configuration of dependency-cruiser and the test
 * that breaks each rule once are both made from it.
 *
 * `libs`: our folders, entered through their index.ts unless a file is named · `types`: the same, types alone ·
 * `npm`: packages · `node`: `true`, or the modules of node it may use. What is not listed is forbidden.
 */
const EVERY_LIB = [
  'libs/domain',
  'libs/calendar',
  'libs/planning',
  'libs/contracts',
  'libs/audit',
  'libs/ledger',
  'libs/commands',
  'libs/readmodel',
  'libs/bus',
  'libs/process',
  'libs/notify',
  'libs/service',
];

const APP = { libs: [...EVERY_LIB, 'workflows/messages'], node: true };
const NEST = ['@nestjs/.+', 'reflect-metadata', 'rxjs', 'zod'];

/** @type {Record<string, { libs?: string[], types?: string[], npm?: string[], node?: boolean | string[] }>} */
const table = {
  'libs/domain': {},
  'libs/calendar': {},
  'libs/planning': { libs: ['libs/domain', 'libs/calendar'] },
  'libs/contracts': { libs: ['libs/domain'], npm: ['zod'] },
  'libs/audit': { node: ['crypto'] },
  'libs/ledger': {
    libs: ['libs/contracts', 'libs/audit'],
    types: ['libs/domain'],
    npm: ['pg'],
    node: true,
  },
  'libs/backup': {
    libs: ['libs/ledger', 'libs/audit', 'libs/contracts', 'libs/domain', 'libs/service'],
    npm: ['pg'],
    node: true,
  },
  'libs/commands': {
    libs: ['libs/contracts', 'libs/domain', 'libs/planning', 'libs/ledger', 'workflows/messages'],
    npm: ['@temporalio/client'],
    node: true,
  },
  'libs/readmodel': {
    libs: ['libs/contracts', 'libs/domain'],
    node: true,
  },
  'libs/bus': {
    libs: ['libs/domain', 'libs/contracts', 'libs/ledger'],
    npm: ['kafkajs'],
    node: true,
  },
  'libs/content': {
    libs: ['libs/service'],
    types: ['libs/ledger'],
    npm: ['aws4fetch'],
    node: true,
  },
  'libs/notify': { libs: ['libs/domain', 'libs/calendar'], node: ['crypto'] },
  'libs/process': {
    libs: ['libs/service', 'libs/ledger', 'libs/bus', 'libs/content', 'libs/audit'],
    npm: ['@nestjs/core', '@nestjs/common', 'reflect-metadata', 'pg'],
    node: true,
  },
  'libs/evidence': {
    libs: [
      'libs/domain',
      'libs/contracts',
      'libs/audit',
      'libs/ledger',
      'libs/readmodel',
      'libs/service',
    ],
    npm: ['yazl', 'pdfkit', 'dejavu-fonts-ttf'],
    node: true,
  },
  'libs/service': { npm: ['pino', 'prom-client', 'zod'], node: true },
  'libs/embedded': { libs: ['libs/service'], npm: ['smtp-server', 'mailparser'], node: true },
  workflows: {
    libs: ['libs/domain'],
    types: ['activities'],
    npm: ['@temporalio/workflow', '@temporalio/common'],
  },
  activities: {
    libs: ['libs/domain', 'libs/contracts', 'libs/ledger', 'workflows/messages'],
    node: true,
  },
  samples: { types: ['libs/domain', 'libs/contracts'] },
  'apps/api': {
    ...APP,
    libs: [...APP.libs, 'libs/evidence'],
    npm: [...NEST, 'fastify', 'pg'],
  },
  'apps/worker': {
    ...APP,
    libs: [...APP.libs, 'workflows', 'activities'],
    npm: [...NEST, '@temporalio/.+', 'pg'],
  },
  'apps/relay': { ...APP, npm: NEST },
  'apps/projector': { ...APP, npm: [...NEST, 'pg'] },
  'apps/reactor': { ...APP, npm: NEST },
  'apps/notifier': {
    ...APP,
    npm: [...NEST, 'pg', 'nodemailer'],
  },
  'apps/checkpointer': { ...APP, npm: [...NEST, 'pg', 'nodemailer'] },
  'apps/operator': {
    libs: ['libs/backup', 'libs/embedded', 'libs/ledger', 'libs/service'],
    npm: ['commander'],
    node: true,
  },
  'apps/cli': { libs: [...EVERY_LIB, 'libs/embedded'], npm: ['commander'], node: true },
  'apps/standalone': {
    libs: [
      ...APP.libs,
      'libs/embedded',
      'samples',
      'apps/api',
      'apps/worker',
      'apps/relay',
      'apps/projector',
      'apps/reactor',
      'apps/notifier',
      'apps/checkpointer',
    ],
    npm: [...NEST, 'pg'],
    node: true,
  },
};

/** Node's modules that reach the environment or end the process: only libs/service has them. */
const SERVICE_ONLY_NODE = ['process'];

module.exports = { table, SERVICE_ONLY_NODE };
