/**
 * docker-compose.yml holds every app of nest-cli.json as a container of its own and gives each the configuration it asks
 * for, with its own database role and nothing published beyond loopback.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, objectStoreOf } from '../../libs/service';
import { APPS, composeFile, ROOT, SECRETS } from './compose-file';

const { services } = composeFile(SECRETS);

function service(name: string) {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

test('every app of nest-cli.json that is a process of the system has a container', () => {
  const { projects } = JSON.parse(readFileSync(join(ROOT, 'nest-cli.json'), 'utf8')) as {
    projects: Record<string, unknown>;
  };
  expect(Object.keys(projects).sort()).toEqual([...APPS, 'cli', 'standalone'].sort());
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
