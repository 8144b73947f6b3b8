/** The process that holds the services of a test run: starts them, says where they are, ends with its starter. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provision, startMailCatcher, type Provisioned } from '../../libs/embedded';
import { describeFailure, environment, ownShutdown, userFolders } from '../../libs/service';
import { startS3 } from './s3-server';
import type { SharedServers } from './servers';

const env = environment();
const wanted = env.DONDOC_TEST_NEED?.split(',') ?? ['postgres', 'temporal', 'kafka', 's3'];
const need = {
  postgres: wanted.includes('postgres'),
  temporal: wanted.includes('temporal'),
  kafka: wanted.includes('kafka'),
};

const shutdown = ownShutdown({ log: () => {}, graceMs: 20_000 });

async function serve(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
  chmodSync(dataDir, 0o755);
  shutdown.onShutdown('data folder', () => rmSync(dataDir, { recursive: true, force: true }));
  const cacheDir = env.DONDOC_CACHE_DIR ?? userFolders(env).cacheDir;
  const s3 = wanted.includes('s3') ? startStore(dataDir, cacheDir) : null;
  const parts = await provision({
    dataDir,
    cacheDir,
    need,
    given: {
      databaseUrl: env.DATABASE_URL,
      temporalAddress: env.TEMPORAL_ADDRESS,
      kafkaBrokers: env.KAFKA_BROKERS?.split(',').filter((it) => it !== ''),
    },
    log: ({ part, text, tookMs }) =>
      process.stderr.write(`${part}: ${text}${tookMs === undefined ? '' : `  ${tookMs} ms`}\n`),
    onPartLost: (part, detail) => process.stderr.write(`${part} was lost: ${detail}\n`),
  });
  shutdown.onShutdown('parts', parts.stop);
  const mail = await startMailCatcher({
    refuse: (recipient) => (recipient.startsWith('dead.') ? 'no such mailbox' : null),
  });
  shutdown.onShutdown('mail catcher', mail.stop);
  const servers: SharedServers = {
    ...withoutStop(parts),
    mail: { smtpUrl: mail.smtpUrl, url: mail.url },
    s3: await s3,
  };
  const missing = ['postgres', 'temporal', 'kafka', 's3'].filter(
    (part) => wanted.includes(part) && servers[part as keyof SharedServers] === null,
  );
  process.send?.({ servers, missing });
}

async function startStore(dataDir: string, cacheDir: string): Promise<SharedServers['s3']> {
  const say = (text: string) => process.stderr.write(`s3: ${text}\n`);
  const running = await startS3({ dataDir: join(dataDir, 's3'), cacheDir, say });
  if (running) shutdown.onShutdown('s3', running.stop);
  return running?.server ?? null;
}

function withoutStop({
  postgres,
  temporal,
  kafka,
}: Provisioned): Omit<SharedServers, 'mail' | 's3'> {
  return { postgres, temporal, kafka };
}

serve().catch((thrown: unknown) => {
  process.send?.({ failure: describeFailure(thrown) });
  void shutdown.shutdown('the parts did not start', 1);
});
