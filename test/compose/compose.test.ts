/**
 * docker-compose.yml holds every app of nest-cli.json as a container of its own and gives each the configuration it asks
 * for, with its own database role and nothing published beyond loopback.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../libs/service';
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
