/** The moving of contents as docker-compose.yml runs it: a process of its own, in the direction that DONDOC_CONTENT says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { composeFile, ROOT, SECRETS } from '../compose/compose-file';
import { describeWithS3 } from '../support/servers';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { makeBucket, type Bucket } from './support/s3-bucket';

let database: TestDatabase;
beforeAll(async () => {
  if (!existsSync(join(ROOT, 'dist', '.built'))) throw new Error('run npm run build first');
  database = await testDatabase({ mode: 'drill', deploymentId: 'move' });
});
afterAll(() => database.drop());

async function move(given: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { services } = composeFile({ ...SECRETS, ...given });
  const container = services['move-contents']!;
  const [command = '', ...args] = container.command ?? [];
  const child = spawn(command === 'node' ? process.execPath : command, args, {
    cwd: ROOT,
    env: {
      ...container.environment,
      DONDOC_MIGRATION_DATABASE_URL: database.url,
      PATH: process.env.PATH ?? '',
      TZ: 'UTC',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

test('without an object store it says what to set', async () => {
  const { code, said } = await move({});
  expect([code, said]).toEqual([1, expect.stringContaining('set DONDOC_S3_ENDPOINT')]);
});

describeWithS3('with one', () => {
  let bucket: Bucket;
  let given: Record<string, string>;
  beforeAll(async () => {
    bucket = await makeBucket();
    const { endpoint, bucket: name, keyId, secret, prefix } = bucket.settings;
    given = {
      DONDOC_S3_ENDPOINT: endpoint,
      DONDOC_S3_BUCKET: name,
      DONDOC_S3_KEY_ID: keyId,
      DONDOC_S3_SECRET: secret,
      DONDOC_S3_PREFIX: prefix,
    };
  });

  test('all move there, back again, and a repeat does nothing', async () => {
    const api = database.ledger('dondoc_api');
    const put = await api.putContent(Buffer.from('tệp đã có'), 'text/plain');
    const moved = (to: string) => move({ ...given, DONDOC_CONTENT: to });
    const done = (contents: number) => ({
      code: 0,
      said: expect.stringMatching(`"contents":${contents},.*"left":0,"faults":0.*: done`) as string,
    });
    expect(await moved('s3')).toEqual(done(1));
    expect(bucket.keys()).toEqual([put.sha256]);
    await expect(api.getContent(put.sha256)).rejects.toMatchObject({ code: 'content.lost' });
    expect(await moved('s3')).toEqual(done(0));
    expect(await moved('postgres')).toEqual(done(1));
    expect((await api.getContent(put.sha256))?.bytes).toEqual(Buffer.from('tệp đã có'));
  });

  test('with a wrong key nothing moves, and it says so without the secret', async () => {
    const { code, said } = await move({ ...given, DONDOC_S3_SECRET: 'not-the-secret' });
    expect([code, said]).toEqual([1, expect.stringContaining('correct DONDOC_S3_KEY_ID')]);
    expect(said).not.toContain('not-the-secret');
  });
});
