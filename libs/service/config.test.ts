import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, loadReadsConfig, loadStandaloneConfig } from './config';
import { CONTENT_LIMITS } from './content-limits';
import { envExample } from './env-example';
import { isFailure } from './failure';
import { objectStoreOf } from './object-store-settings';

const api = { DATABASE_URL: 'postgres://dondoc_api:s3cret-of-ours@db:5432/dondoc' };

function faultsOf(load: () => unknown): string {
  try {
    load();
  } catch (thrown) {
    if (isFailure(thrown) && thrown.code === 'config.invalid') return thrown.message;
    throw thrown;
  }
  return 'no fault';
}

test('a service gets its own variables, with defaults, and cannot change them', () => {
  const config = loadConfig('api', api);
  expect(config).toEqual({
    mode: 'drill',
    logLevel: 'info',
    healthHost: '127.0.0.1',
    healthPort: 0,
    databaseUrl: api.DATABASE_URL,
    kafkaBrokers: [],
    apiHost: '127.0.0.1',
    apiPort: 3000,
    contentMaxBytes: CONTENT_LIMITS.maxBytes,
    contentTypes: CONTENT_LIMITS.mediaTypes,
    contentPlace: 'postgres',
    s3Region: 'us-east-1',
    s3PathStyle: true,
    s3Prefix: '',
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test('every fault is named at once, one line each, and none shows its value', () => {
  const faults = faultsOf(() =>
    loadConfig('notifier', {
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      KAFKA_BROKERS: 'broker-without-port',
      DONDOC_LOG_LEVEL: 'loudest',
      DONDOC_HEALTH_PORT: '99999',
      DONDOC_HEALTH_PROT: '1',
    }),
  );
  expect(faults.split('\n')).toEqual([
    'the configuration has 6 faults:',
    '  - DONDOC_HEALTH_PROT is not a variable of Dondoc (is it misspelt?)',
    '  - DONDOC_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
    '  - DONDOC_HEALTH_PORT must be a port number, 0 to 65535',
    '  - DATABASE_URL must be a URL that starts with postgres:// or postgresql://',
    '  - KAFKA_BROKERS must be host:port,host:port…',
    '  - SMTP_URL is missing: Where mail is handed in.',
  ]);
  expect(faults).not.toMatch(/hunter2|loudest|99999|broker-without-port/);
});

test('npm start does not pass over a signing key that it would not sign with', () => {
  const given = {
    DONDOC_SIGNING_KEY_FILE: '/etc/dondoc/new.key',
    DONDOC_SIGNING_KEY_BEFORE_FILE: '/etc/dondoc/old.key',
  };
  const faults = faultsOf(() => loadStandaloneConfig(given));
  expect(faults).toMatch(/DONDOC_SIGNING_KEY_FILE is not read by npm start/);
  expect(faults).toMatch(/DONDOC_SIGNING_KEY_BEFORE_FILE is not read by npm start/);
  expect(faults).not.toContain('/etc/dondoc');
  expect(faultsOf(() => loadStandaloneConfig({ DONDOC_SIGNING_KEY_FILE: '' }))).toBe('no fault');
  // Who only reads what it left signs nothing.
  expect(faultsOf(() => loadReadsConfig(given))).toBe('no fault');
});

test('the limits of the content store are configured, and a wrong one is named', () => {
  const given = { DONDOC_CONTENT_MAX_BYTES: '2048', DONDOC_CONTENT_TYPES: 'text/plain, Text/CSV' };
  expect(loadConfig('api', { ...api, ...given })).toMatchObject({
    contentMaxBytes: 2048,
    contentTypes: ['text/plain', 'text/csv'],
  });
  const wrong = { DONDOC_CONTENT_MAX_BYTES: '5 MB', DONDOC_CONTENT_TYPES: 'pdf' };
  const faults = faultsOf(() => loadConfig('api', { ...api, ...wrong }));
  expect(faults).toMatch(/DONDOC_CONTENT_MAX_BYTES must be a whole number of bytes/);
  expect(faults).toMatch(/DONDOC_CONTENT_TYPES must be media types/);
});

describe('the object store of the contents', () => {
  const S3 = {
    DONDOC_CONTENT: 's3',
    DONDOC_S3_ENDPOINT: 'https://s3.example:9000',
    DONDOC_S3_BUCKET: 'dondoc',
    DONDOC_S3_KEY_ID: 'khoa',
    DONDOC_S3_SECRET: 'hunter2-and-more',
  };
  const faults = (env: object) => faultsOf(() => loadConfig('api', { ...api, ...env }));
  const without = (name: keyof typeof S3) => ({ ...S3, [name]: '' });

  test('is none unless it is set', () => {
    expect(objectStoreOf(loadConfig('api', api))).toBeNull();
    expect(objectStoreOf(loadConfig('api', { ...api, ...S3 }))).toEqual({
      ...{ endpoint: 'https://s3.example:9000', bucket: 'dondoc', region: 'us-east-1' },
      ...{ keyId: 'khoa', secret: 'hunter2-and-more', pathStyle: true, prefix: '' },
    });
    const more = { DONDOC_S3_PATH_STYLE: 'false', DONDOC_S3_PREFIX: 'a/b/' };
    const given = objectStoreOf(loadConfig('api', { ...api, ...S3, ...more }));
    expect(given).toMatchObject({ pathStyle: false, prefix: 'a/b/' });
  });

  test('is set whole or not at all, also where it only holds what was put there before', () => {
    expect(faults({ DONDOC_CONTENT: 's3' }).match(/is missing/g)).toHaveLength(4);
    for (const name of ['ENDPOINT', 'BUCKET', 'KEY_ID', 'SECRET'] as const) {
      const env = without(`DONDOC_S3_${name}`);
      const missing = new RegExp(`DONDOC_S3_${name}\\b.* is missing`);
      expect(faults(env)).toMatch(missing);
      expect(faults({ ...env, DONDOC_CONTENT: 'postgres' })).toMatch(missing);
    }
  });

  test.each([
    ['DONDOC_CONTENT', 'azure', /postgres or s3/],
    ['DONDOC_S3_ENDPOINT', 's3.example', /http:\/\/ or https/],
    ['DONDOC_S3_ENDPOINT', 'https://user:hunter2@s3.example', /nothing behind/],
    ['DONDOC_S3_ENDPOINT', 'https://s3.example/kho', /nothing behind/],
    ['DONDOC_S3_BUCKET', 'Kho_Tep', /name of a bucket/],
    ['DONDOC_S3_REGION', 'Hà Nội', /small letters/],
    ['DONDOC_S3_SECRET', 'hunter2', /8 characters/],
    ['DONDOC_S3_PATH_STYLE', 'yes', /true or false/],
    ['DONDOC_S3_PREFIX', '/dondoc', /a slash behind/],
  ])('%s=%s is refused without its value', (name, value, told) => {
    expect(faults({ ...S3, [name]: value })).toMatch(told);
    expect(faults({ ...S3, [name]: value })).not.toMatch(/hunter2/);
  });

  test('has its secret from a file, and only from one place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dondoc-secret-'));
    const file = join(folder, 'secret');
    const inFile = { ...without('DONDOC_S3_SECRET'), DONDOC_S3_SECRET_FILE: file };
    expect(faults(inFile)).toMatch(/SECRET_FILE cannot be read/);
    writeFileSync(file, '\n');
    expect(faults(inFile)).toMatch(/SECRET_FILE is empty/);
    writeFileSync(file, 'from-a-file\n');
    expect(objectStoreOf(loadConfig('api', { ...api, ...inFile }))?.secret).toBe('from-a-file');
    expect(faults({ ...S3, DONDOC_S3_SECRET_FILE: file })).toMatch(/are both set/);
    rmSync(folder, { recursive: true });
  });

  test('has no default secret in a live system', () => {
    const live = { ...S3, DONDOC_S3_SECRET: 'change-me', DONDOC_MODE: 'live' };
    expect(faults(live)).toMatch(/DONDOC_S3_SECRET has a default password/);
  });
});

test('a variable that is set but empty counts as missing', () => {
  expect(faultsOf(() => loadConfig('api', { DATABASE_URL: '' }))).toMatch(
    /DATABASE_URL is missing/,
  );
});

test('a live system refuses a password that stands in the documentation', () => {
  const env = { DATABASE_URL: 'postgres://dondoc_api:change-me@db/dondoc' };
  expect(loadConfig('api', env).mode).toBe('drill');
  expect(faultsOf(() => loadConfig('api', { ...env, DONDOC_MODE: 'live' }))).toMatch(
    /DATABASE_URL has a default password/,
  );
});

test('a live system refuses a clock that can be told', () => {
  const passwords = ['API', 'WORKER', 'RELAY', 'PROJECTOR', 'REACTOR', 'NOTIFIER', 'CHECKPOINTER'];
  const env = {
    DONDOC_MODE: 'live',
    DONDOC_CLOCK: 'told',
    DONDOC_DEPLOYMENT_ID: 'ministry',
    DONDOC_MIGRATION_DATABASE_URL: 'postgres://owner:long-enough-of-ours@db/dondoc',
    ...Object.fromEntries(passwords.map((it) => [`DONDOC_PASSWORD_${it}`, `ours-for-${it}`])),
  };
  expect(faultsOf(() => loadConfig('migrate', env))).toMatch(/DONDOC_CLOCK must be wall/);
  expect(loadConfig('migrate', { ...env, DONDOC_CLOCK: 'wall' }).deploymentId).toBe('ministry');
});

test('brokers are a list, and none means the ledger bus', () => {
  expect(loadConfig('relay', { ...api, KAFKA_BROKERS: 'a:9092, b:9092' }).kafkaBrokers).toEqual([
    'a:9092',
    'b:9092',
  ]);
  expect(loadConfig('relay', api).kafkaBrokers).toEqual([]);
});

test('the composition of all services needs nothing and keeps to the folders of the user', () => {
  const config = loadStandaloneConfig({ XDG_CACHE_HOME: '/c', XDG_DATA_HOME: '/d' });
  expect(config).toMatchObject({ cacheDir: '/c/dondoc', dataDir: '/d/dondoc' });
  expect(config.databaseUrl).toBeUndefined();
  expect(loadStandaloneConfig({ DONDOC_DATA_DIR: '/srv/x' }).dataDir).toBe('/srv/x');
});

test('.env.example is what the table of variables gives', () => {
  const committed = readFileSync(join(__dirname, '..', '..', '.env.example'), 'utf8');
  expect(committed).toBe(envExample());
});

test('.env.example uncommented is a configuration that every service accepts', () => {
  const lines = (envExample().match(/^#[A-Z_]+=.+$/gm) ?? []).map((line) => line.slice(1));
  const env = Object.fromEntries(
    lines.map((line) => [
      line.split('=')[0],
      line.slice(line.indexOf('=') + 1).replaceAll('"', ''),
    ]),
  );
  for (const service of [
    'api',
    'worker',
    'relay',
    'projector',
    'reactor',
    'notifier',
    'migrate',
    'moveContents',
  ] as const) {
    expect(() => loadConfig(service, env)).not.toThrow();
  }
});
