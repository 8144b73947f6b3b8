/**
 * Every environment variable Dondoc knows, with its check, its default and who reads it: `.env.example`, the
 * services' configurations and the refusal of unknown DONDOC_ keys all come from this table.
 */
import { z } from 'zod';
import { contentVariables } from './content-variables';
import { variable } from './variable';

/** What a refused variable is told; never the value. */
const port = z.coerce
  .number('must be a port number')
  .int('must be a port number')
  .min(0, 'must be a port number, 0 to 65535')
  .max(65_535, 'must be a port number, 0 to 65535');

const hostAndPort = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+):\d{1,5}$/i;

function urlWith(...protocols: string[]) {
  return z.string().refine(
    (value) => {
      const url = URL.canParse(value) ? new URL(value) : null;
      return url !== null && protocols.includes(url.protocol.slice(0, -1)) && url.hostname !== '';
    },
    `must be a URL that starts with ${protocols.map((it) => `${it}://`).join(' or ')}`,
  );
}

function listOf(form: RegExp, fault: string) {
  return z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((it) => it.trim())
        .filter((it) => it !== ''),
    )
    .refine((list) => list.every((it) => form.test(it)), fault);
}

function rolePassword(upper: string, service: string) {
  return variable({
    name: `DONDOC_PASSWORD_${upper}`,
    schema: z.string().min(8, 'must have 8 characters or more'),
    about: `The password that the migration gives to the database role of the ${service}.`,
    example: 'change-me',
  });
}

export const variables = {
  mode: variable({
    name: 'DONDOC_MODE',
    schema: z.enum(['drill', 'live'], 'must be drill or live').default('drill'),
    about: 'drill: a clock that may be told, invented conduct; live: the wall clock, for good.',
    example: 'drill',
  }),
  dataDir: variable({
    name: 'DONDOC_DATA_DIR',
    schema: z.string().min(1, 'must be a folder').optional(),
    about: 'Where the provisioned parts keep their data. Default: the user data folder, /dondoc.',
  }),
  cacheDir: variable({
    name: 'DONDOC_CACHE_DIR',
    schema: z.string().min(1, 'must be a folder').optional(),
    about: 'Where built and fetched parts are kept. Default: the user cache folder, /dondoc.',
  }),
  logLevel: variable({
    name: 'DONDOC_LOG_LEVEL',
    schema: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be one of fatal, error, warn, info, debug, trace, silent',
      )
      .default('info'),
    about: 'How much is logged.',
    example: 'info',
  }),
  databaseUrl: variable({
    name: 'DATABASE_URL',
    schema: urlWith('postgres', 'postgresql'),
    about:
      'PostgreSQL, with the role and password of this service (never the owner of the ledger).',
    example: 'postgres://dondoc_api:change-me@127.0.0.1:5432/dondoc',
  }),
  migrationDatabaseUrl: variable({
    name: 'DONDOC_MIGRATION_DATABASE_URL',
    schema: urlWith('postgres', 'postgresql'),
    about:
      'PostgreSQL as the owner of the schemas: for npm run migrate, dondoc backup, restore and rebuild only.',
    example: 'postgres://postgres:change-me@127.0.0.1:5432/dondoc',
  }),
  temporalAddress: variable({
    name: 'TEMPORAL_ADDRESS',
    schema: z.string().regex(hostAndPort, 'must be host:port'),
    about: 'The Temporal server.',
    example: '127.0.0.1:7233',
  }),
  temporalNamespace: variable({
    name: 'TEMPORAL_NAMESPACE',
    schema: z.string().min(1, 'must not be empty').default('default'),
    about: 'The Temporal namespace.',
    example: 'default',
  }),
  historiesEvery: variable({
    name: 'DONDOC_HISTORIES_EVERY',
    schema: z
      .string()
      .regex(/^(never|[1-9]\d{0,4}[smh])$/, 'must be a number with s, m or h, or never')
      .optional(),
    about:
      'How often the histories of closed runs are copied out of Temporal: 30m, 1h, never. Default: 1h, in a drill never.',
    example: '1h',
  }),
  kafkaBrokers: variable({
    name: 'KAFKA_BROKERS',
    schema: listOf(hostAndPort, 'must be host:port,host:port…'),
    about:
      'Kafka brokers, separated by commas. Empty: services read the ledger directly, no Kafka.',
    example: '127.0.0.1:9092',
  }),
  smtpUrl: variable({
    name: 'SMTP_URL',
    schema: urlWith('smtp', 'smtps'),
    about: 'Where mail is handed in.',
    example: 'smtp://127.0.0.1:1025',
  }),
  mailFrom: variable({
    name: 'MAIL_FROM',
    schema: z
      .string()
      .regex(/^[^<>]*<?[^\s@<>]+@[^\s@<>]+>?$/, 'must be a mail address, with or without a name')
      .default('Dondoc <dondoc@localhost>'),
    about: 'The sender of every mail.',
    example: 'Dondoc <dondoc@localhost>',
  }),
  signingKeyFile: variable({
    name: 'DONDOC_SIGNING_KEY_FILE',
    schema: z.string().min(1, 'must be a file'),
    about: 'The key that signs checkpoints (dondoc key new), readable by its owner alone.',
    example: '/run/secrets/dondoc-checkpoint.key',
  }),
  signingKeyBeforeFile: variable({
    name: 'DONDOC_SIGNING_KEY_BEFORE_FILE',
    schema: z.string().min(1, 'must be a file').optional(),
    about: 'The key that signed until now, while a new one is brought in.',
  }),
  checkpointsDir: variable({
    name: 'DONDOC_CHECKPOINTS_DIR',
    schema: z.string().min(1, 'must be a folder').optional(),
    about: 'A folder that gets every checkpoint as a file: a git repository, a store written once.',
  }),
  checkpointsMailTo: variable({
    name: 'DONDOC_CHECKPOINTS_MAIL_TO',
    schema: listOf(/^[^\s@<>]+@[^\s@<>]+$/, 'must be mail addresses, separated by commas'),
    about: 'Who gets the newest checkpoint by mail once a day, separated by commas.',
  }),
  witnesses: variable({
    name: 'DONDOC_WITNESSES',
    schema: listOf(/^\S+\s+https?:\/\/\S+$/, 'must be "KEY URL", separated by commas'),
    about: 'Witnesses that cosign checkpoints: "KEY URL" of each, separated by commas.',
  }),
  apiHost: variable({
    name: 'DONDOC_API_HOST',
    schema: z.string().min(1, 'must be a host name or address').default('127.0.0.1'),
    about: 'Where the HTTP API listens; loopback unless told otherwise.',
    example: '127.0.0.1',
  }),
  apiPort: variable({
    name: 'DONDOC_API_PORT',
    schema: port.default(3000),
    about: 'The port of the HTTP API; 0 takes any free port.',
    example: '3000',
  }),
  apiUrl: variable({
    name: 'DONDOC_API_URL',
    schema: urlWith('http', 'https').default('http://127.0.0.1:3000'),
    about: 'The HTTP API as the command line calls it.',
    example: 'http://127.0.0.1:3000',
  }),
  ...contentVariables,
  healthHost: variable({
    name: 'DONDOC_HEALTH_HOST',
    schema: z.string().min(1, 'must be a host name or address').default('127.0.0.1'),
    about: 'Where /healthz, /readyz and /metrics listen; loopback unless told otherwise.',
    example: '127.0.0.1',
  }),
  healthPort: variable({
    name: 'DONDOC_HEALTH_PORT',
    schema: port.default(0),
    about: 'The port of /healthz, /readyz and /metrics; 0 takes any free port.',
    example: '9464',
  }),
  deploymentId: variable({
    name: 'DONDOC_DEPLOYMENT_ID',
    schema: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens'),
    about: 'The name of this deployment: stamped into its database once, never changed.',
    example: 'dondoc',
  }),
  clock: variable({
    name: 'DONDOC_CLOCK',
    schema: z.enum(['wall', 'told'], 'must be wall or told').default('wall'),
    about: 'The clock of the deployment; only a drill may have one that moves when told.',
    example: 'wall',
  }),
  apiPassword: rolePassword('API', 'api'),
  workerPassword: rolePassword('WORKER', 'worker'),
  relayPassword: rolePassword('RELAY', 'relay'),
  projectorPassword: rolePassword('PROJECTOR', 'projector'),
  reactorPassword: rolePassword('REACTOR', 'reactor'),
  notifierPassword: rolePassword('NOTIFIER', 'notifier'),
  checkpointerPassword: rolePassword('CHECKPOINTER', 'checkpointer'),
} as const;

export type VariableKey = keyof typeof variables;
