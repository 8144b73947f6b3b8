/**
 * The only reader of the environment. One schema per service; every fault is reported at once, one line each and
 * never with the value; what comes out is frozen.
 */
import { z } from 'zod';
import { environment, type Environment } from './environment';
import { failure } from './failure';
import { userFolders, type Folders } from './folders';
import { objectStoreFaults } from './object-store-settings';
import { variables, type VariableKey } from './variables';

const everywhere = ['mode', 'logLevel', 'healthHost', 'healthPort'] as const;

/** Where the bytes of contents lie. */
const contents = [
  'contentPlace',
  's3Endpoint',
  's3Bucket',
  's3Region',
  's3KeyId',
  's3Secret',
  's3SecretFile',
  's3PathStyle',
  's3Prefix',
] as const;

/** How checkpoints leave the operator's hands. */
const outlets = ['checkpointsDir', 'checkpointsMailTo', 'witnesses'] as const;

/** Which variables each service reads; `migrate` and `moveContents` run once and end. */
const compositions = {
  api: [
    ...everywhere,
    'databaseUrl',
    'kafkaBrokers',
    'apiHost',
    'apiPort',
    'contentMaxBytes',
    'contentTypes',
    ...contents,
  ],
  worker: [
    ...everywhere,
    'databaseUrl',
    'temporalAddress',
    'temporalNamespace',
    'historiesEvery',
    ...contents,
  ],
  relay: [...everywhere, 'databaseUrl', 'kafkaBrokers'],
  projector: [...everywhere, 'databaseUrl', 'kafkaBrokers'],
  reactor: [...everywhere, 'databaseUrl', 'kafkaBrokers', ...contents],
  notifier: [...everywhere, 'databaseUrl', 'kafkaBrokers', 'smtpUrl', 'mailFrom'],
  checkpointer: [
    ...everywhere,
    'databaseUrl',
    'kafkaBrokers',
    'mailFrom',
    'signingKeyFile',
    'signingKeyBeforeFile',
    ...outlets,
  ],
  cli: ['apiUrl'],
  moveContents: ['mode', 'logLevel', 'migrationDatabaseUrl', ...contents],
  migrate: [
    'mode',
    'logLevel',
    'migrationDatabaseUrl',
    'deploymentId',
    'clock',
    'apiPassword',
    'workerPassword',
    'relayPassword',
    'projectorPassword',
    'reactorPassword',
    'notifierPassword',
    'checkpointerPassword',
  ],
} as const satisfies Record<string, readonly VariableKey[]>;

/** What the checkpointer can do without, when it mails nobody. */
const dispensable = { checkpointer: ['smtpUrl'] } as const;

type Dispensable<S> = S extends 'checkpointer' ? 'smtpUrl' : never;

/** What is looked for before a part is provisioned: each may be absent. */
const standaloneOptional = [
  'databaseUrl',
  'temporalAddress',
  'smtpUrl',
  'dataDir',
  'cacheDir',
] as const;
const standaloneRequired = [
  ...everywhere,
  'temporalNamespace',
  'historiesEvery',
  'kafkaBrokers',
  'mailFrom',
  'apiHost',
  'apiPort',
  'contentMaxBytes',
  'contentTypes',
  ...contents,
  ...outlets,
] as const satisfies readonly VariableKey[];

const OTHER_KEY =
  'is not read by npm start, which signs with keys/checkpoint.key of its data folder (docs/audit.md, Keys)';
const otherKeys = { signingKeyFile: OTHER_KEY, signingKeyBeforeFile: OTHER_KEY };

export type Service = keyof typeof compositions;

type ValueOf<Key extends VariableKey> = z.output<(typeof variables)[Key]['schema']>;

export type ConfigOf<S extends Service> = {
  readonly [Key in (typeof compositions)[S][number]]: ValueOf<Key>;
} & { readonly [Key in Dispensable<S>]?: ValueOf<Key> };

export type StandaloneConfig = {
  readonly [Key in (typeof standaloneRequired)[number]]: ValueOf<Key>;
} & { readonly [Key in 'databaseUrl' | 'temporalAddress' | 'smtpUrl']?: ValueOf<Key> } & Folders;

/** The configuration of one service; refuses with every fault at once. */
export function loadConfig<S extends Service>(
  service: S,
  env: Environment = environment(),
): ConfigOf<S> {
  const optional = service === 'checkpointer' ? dispensable.checkpointer : [];
  return read({ required: compositions[service], optional }, env) as ConfigOf<S>;
}

/** The configuration of the composition of all services (npm start), where parts may be provisioned. */
export function loadStandaloneConfig(env: Environment = environment()): StandaloneConfig {
  return standalone(env, otherKeys);
}

/** The same for who only reads what `npm start` has left, and signs nothing. */
export function loadReadsConfig(env: Environment = environment()): StandaloneConfig {
  return standalone(env);
}

function standalone(env: Environment, refused?: Reading['refused']): StandaloneConfig {
  const config = read({ required: standaloneRequired, optional: standaloneOptional, refused }, env);
  return Object.freeze({ ...userFolders(env), ...config }) as StandaloneConfig;
}

/** The database as its owner: named, or that of the data folder. */
export type OwnerConfig = {
  readonly mode: ValueOf<'mode'>;
  readonly migrationDatabaseUrl?: ValueOf<'migrationDatabaseUrl'>;
} & Folders;

/** The configuration of what an operator does to the database itself: backups, restores, rebuilds. */
export function loadOwnerConfig(env: Environment = environment()): OwnerConfig {
  const optional = ['migrationDatabaseUrl', 'dataDir', 'cacheDir'] as const;
  const config = read({ required: ['mode'], optional }, env);
  return Object.freeze({ ...userFolders(env), ...config }) as OwnerConfig;
}

type Reading = {
  readonly required: readonly VariableKey[];
  readonly optional: readonly VariableKey[];
  /** Would be passed over in silence where somebody counts on it: why it is not read. */
  readonly refused?: { readonly [Key in VariableKey]?: string };
};

function read(
  { required, optional, refused = {} }: Reading,
  env: Environment,
): Record<string, unknown> {
  const faults = unknownKeys(env);
  for (const [key, why] of Object.entries(refused)) {
    const { name } = variables[key as VariableKey];
    if (env[name]) faults.push(`${name} ${why}`);
  }
  const config: Record<string, unknown> = {};
  for (const key of [...required, ...optional]) {
    const { name, schema } = variables[key];
    const given = env[name] === '' ? undefined : env[name];
    if (given === undefined && optional.includes(key)) continue;
    const result = schema.safeParse(given);
    if (result.success) config[key] = result.data;
    else if (given === undefined) faults.push(`${name} is missing: ${variables[key].about}`);
    else faults.push(`${name} ${result.error.issues[0]?.message ?? 'is not valid'}`);
  }
  faults.push(...objectStoreFaults(config), ...liveFaults(config));
  if (faults.length > 0) {
    throw failure(
      'config.invalid',
      `the configuration has ${faults.length} fault${faults.length > 1 ? 's' : ''}:\n${faults.map((it) => `  - ${it}`).join('\n')}`,
      'correct these environment variables (.env.example names them all)',
    );
  }
  return Object.freeze(config);
}

function unknownKeys(env: Environment): string[] {
  const known = new Set<string>(Object.values(variables).map(({ name }) => name));
  return Object.keys(env)
    .filter((name) => name.startsWith('DONDOC_') && !name.startsWith('DONDOC_TEST_'))
    .filter((name) => !known.has(name))
    .map((name) => `${name} is not a variable of Dondoc (is it misspelt?)`);
}

const KNOWN_SECRETS = new Set(['change-me', 'password', 'postgres', 'dondoc', 'secret']);

/** A production system with a password anyone can guess does not start, nor one whose clock can be told. */
function liveFaults(config: Record<string, unknown>): string[] {
  if (config.mode !== 'live') return [];
  const keys = Object.keys(config) as VariableKey[];
  const guessable = keys.filter((key) => {
    const value = config[key];
    if (typeof value !== 'string') return false;
    if (/databaseUrl$/i.test(key)) return KNOWN_SECRETS.has(new URL(value).password);
    return (key.endsWith('Password') || key === 's3Secret') && KNOWN_SECRETS.has(value);
  });
  return [
    ...guessable.map(
      (key) => `${variables[key].name} has a default password, which a live system refuses`,
    ),
    ...(config.clock === 'told' ? ['DONDOC_CLOCK must be wall in a live system'] : []),
  ];
}
