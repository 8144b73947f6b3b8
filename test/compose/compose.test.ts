/**
 * docker-compose.yml holds every app of nest-cli.json as a container of its own and gives each the configuration it asks
 * for, with its own database role and nothing published beyond loopback.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadConfig, loadOwnerConfig, objectStoreOf } from '../../libs/service';
import { APPS, composeFile, ROOT, SECRETS } from './compose-file';

const { services, volumes, configs } = composeFile(SECRETS);

function service(name: string) {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

test('every app of nest-cli.json that is a process of the system has a container', () => {
  const { projects } = JSON.parse(readFileSync(join(ROOT, 'nest-cli.json'), 'utf8')) as {
    projects: Record<string, unknown>;
  };
  const others = ['cli', 'operator', 'standalone'];
  expect(Object.keys(projects).sort()).toEqual([...APPS, ...others].sort());
  for (const app of APPS)
    expect(service(app).command).toEqual(['node', `dist/apps/${app}/main.js`]);
});

test.each(APPS)('%s gets a configuration that it accepts, in a drill and live', (app) => {
  for (const mode of ['drill', 'live']) {
    const { environment = {} } = composeFile({ ...SECRETS, DONDOC_MODE: mode }).services[app] ?? {};
    expect(loadConfig(app, environment)).toMatchObject({ mode, healthPort: 9464 });
  }
});

test.each(APPS)('%s connects with its own database role', (app) => {
  const { environment = {} } = service(app);
  const { username, password } = new URL(environment.DATABASE_URL ?? '');
  expect(username).toBe(`dondoc_${app}`);
  expect(password).toBe(SECRETS[`DONDOC_PASSWORD_${app.toUpperCase()}`]);
});

test('the migration gets the owner and a password for each role', () => {
  const config = loadConfig('migrate', service('migrate').environment ?? {});
  expect(config.apiPassword).toBe(SECRETS.DONDOC_PASSWORD_API);
});

describe('backups, restores and rebuilds', () => {
  const { entrypoint = [], environment = {}, depends_on = {}, volumes = [] } = service('operator');

  test('have a container that runs what npx dondoc does, as the owner of the database', () => {
    expect(entrypoint).toEqual(['node', 'bin/dondoc.mjs']);
    const { migrationDatabaseUrl } = loadOwnerConfig(environment);
    expect(migrationDatabaseUrl).toBe(
      service('migrate').environment?.DONDOC_MIGRATION_DATABASE_URL,
    );
  });

  test('a restore finds the database empty: no migration runs before it', () => {
    expect(Object.keys(depends_on)).toEqual(['postgres']);
  });

  test('a backup outlives its container', () => {
    expect(volumes).toContain('backup:/backup');
  });
});

describe('the image', () => {
  const image = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  const ours = Object.values(services).filter((it) => it.image === 'dondoc:local');

  test('has every program that a container runs', () => {
    const programs = ours.map((it) => (it.entrypoint ?? it.command)?.[1] ?? '');
    expect(programs.length).toBeGreaterThan(APPS.length);
    for (const program of programs) {
      const [folder = ''] = program.split('/');
      expect(image).toContain(`COPY --from=build /app/${folder} ./${folder}\n`);
      const source = program.replace(/^dist\/(.+)\.js$/u, '$1.ts');
      expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
    }
  });

  test('has the folder of every volume of ours, which is thus the right owner’s', () => {
    const folders = ours.flatMap((it) => (it.volumes ?? []).map((at) => at.split(':')[1] ?? ''));
    const made = /install -d -o node -g node -m 700 (.+)/u.exec(image)?.[1]?.split(' ');
    expect([...new Set(folders)].sort()).toEqual(made?.sort());
  });
});

describe('what .env says reaches the containers', () => {
  const filled = composeFile({
    ...SECRETS,
    DONDOC_HISTORIES_EVERY: '30m',
    DONDOC_SIGNING_KEY_FILE: '/keys/second.key',
    DONDOC_SIGNING_KEY_BEFORE_FILE: '/keys/checkpoint.key',
    DONDOC_CHECKPOINTS_DIR: '/srv/checkpoints',
  }).services;

  test('all but where npm start keeps its data, and another way to tell a secret', () => {
    const known = readFileSync(join(ROOT, '.env.example'), 'utf8').matchAll(/^#([A-Z_\d]+)=/gm);
    const told = Object.values(services).flatMap((it) => Object.keys(it.environment ?? {}));
    const left = [...known].map(([, name = '']) => name).filter((name) => !told.includes(name));
    expect(left).toEqual(['DONDOC_DATA_DIR', 'DONDOC_CACHE_DIR', 'DONDOC_S3_SECRET_FILE']);
  });

  test('how often histories are copied', () => {
    const every = (of: typeof services) => loadConfig('worker', of.worker?.environment ?? {});
    expect(every(filled).historiesEvery).toBe('30m');
    expect(every(services).historiesEvery).toBeUndefined();
  });

  test('another key, which is made and signs, while the one before brings it in', () => {
    const { signingKeyFile, signingKeyBeforeFile } = loadConfig(
      'checkpointer',
      filled.checkpointer?.environment ?? {},
    );
    expect([signingKeyFile, signingKeyBeforeFile]).toEqual([
      '/keys/second.key',
      '/keys/checkpoint.key',
    ]);
    expect(filled['signing-key']?.command?.at(-1)).toBe(signingKeyFile);
    const { signingKeyFile: first } = loadConfig(
      'checkpointer',
      service('checkpointer').environment ?? {},
    );
    expect([first, service('signing-key').command?.at(-1)]).toEqual([
      '/keys/checkpoint.key',
      '/keys/checkpoint.key',
    ]);
  });

  test('the folder of checkpoints: one of the host, else a volume', () => {
    for (const [of, source] of [
      [filled, '/srv/checkpoints'],
      [services, 'checkpoints'],
    ] as const) {
      const { environment = {}, volumes = [] } = of.checkpointer ?? {};
      const { checkpointsDir } = loadConfig('checkpointer', environment);
      expect(volumes).toContain(`${source}:${checkpointsDir}`);
    }
  });
});

test('every named volume is declared', () => {
  const names = Object.values(services)
    .flatMap(({ volumes: mounted = [] }) => mounted.map((it) => it.split(':')[0] ?? ''))
    .filter((it) => !it.startsWith('/'));
  expect([...new Set(names)].sort()).toEqual(Object.keys(volumes).sort());
});

test('Temporal looks for new tasks as often as docs/operations.md asks', () => {
  const { configs: mounted = [], environment = {} } = service('temporal');
  const { source, target } = mounted[0] ?? { source: '', target: '' };
  expect(environment.DYNAMIC_CONFIG_FILE_PATH).toBe(target);
  const often = [{ value: 1000 }];
  const told = readFileSync(join(ROOT, configs[source]?.file ?? ''), 'utf8');
  expect(parse(told)).toEqual({
    'history.transferProcessorMaxPollRPS': often,
    'history.timerProcessorMaxPollRPS': often,
  });
});

describe('the content store', () => {
  const GIVEN = {
    DONDOC_CONTENT: 's3',
    DONDOC_S3_ENDPOINT: 'https://s3.example:9000',
    DONDOC_S3_BUCKET: 'kho',
    DONDOC_S3_REGION: 'vn-1',
    DONDOC_S3_KEY_ID: 'khoa',
    DONDOC_S3_SECRET: 'ours-for-s3',
    DONDOC_S3_PATH_STYLE: 'false',
    DONDOC_S3_PREFIX: 'a/',
    DONDOC_CONTENT_MAX_BYTES: '2048',
    DONDOC_CONTENT_TYPES: 'text/plain',
  };
  const filled = composeFile({ ...SECRETS, ...GIVEN }).services;

  /** Whoever puts or gets bytes. */
  test.each([
    ['api', 'api'],
    ['worker', 'worker'],
    ['reactor', 'reactor'],
    ['move-contents', 'moveContents'],
  ] as const)('%s is told where its bytes lie', (container, as) => {
    const config = loadConfig(as, filled[container]?.environment ?? {});
    expect(config.contentPlace).toBe('s3');
    expect(objectStoreOf(config)).toEqual({
      ...{ endpoint: 'https://s3.example:9000', bucket: 'kho', region: 'vn-1', keyId: 'khoa' },
      ...{ secret: 'ours-for-s3', pathStyle: false, prefix: 'a/' },
    });
  });

  test('its limits reach the api', () => {
    expect(loadConfig('api', filled.api?.environment ?? {})).toMatchObject({
      contentMaxBytes: 2048,
      contentTypes: ['text/plain'],
    });
  });

  test('is PostgreSQL when nothing is said', () => {
    const config = loadConfig('api', service('api').environment ?? {});
    expect([config.contentPlace, objectStoreOf(config)]).toEqual(['postgres', null]);
  });
});

test.each(APPS)('%s starts after the migration and says when it is ready', (app) => {
  expect(service(app).depends_on?.migrate?.condition).toBe('service_completed_successfully');
  expect(service(app).healthcheck?.test.join(' ')).toContain('/readyz');
});

test('nothing is published beyond loopback', () => {
  const published = Object.values(services).flatMap(({ ports = [] }) => ports);
  expect(published.length).toBeGreaterThan(3);
  expect(published.filter((it) => !it.startsWith('127.0.0.1:'))).toEqual([]);
});

test('a password that is not set refuses to start', () => {
  expect(() => composeFile({})).toThrow(/is not set/);
});
