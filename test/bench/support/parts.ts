/**
 * The parts a bench stands on, of its own in a folder of its own, gone afterwards. Parts that the environment names
 * (DATABASE_URL, TEMPORAL_ADDRESS, KAFKA_BROKERS) are used instead and left running.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provision, type Part, type Provisioned } from '../../../libs/embedded';
import { environment, userFolders } from '../../../libs/service';
import type { SharedServers } from '../../support/servers';
import type { Bench } from './bench';

export type BenchParts = Provisioned & { readonly folder: string };

export async function openParts(bench: Bench, ...needed: Part[]): Promise<BenchParts> {
  const env = environment();
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  // PostgreSQL does not run as root: the account it runs as must be able to enter.
  chmodSync(folder, 0o755);
  bench.own('data folder', () => rmSync(folder, { recursive: true, force: true }));
  const needs = (part: Part) => needed.includes(part);
  const parts = await provision({
    dataDir: join(folder, 'parts'),
    cacheDir: env.DONDOC_CACHE_DIR ?? userFolders(env).cacheDir,
    need: { postgres: needs('postgres'), temporal: needs('temporal'), kafka: needs('kafka') },
    given: {
      databaseUrl: env.DATABASE_URL || undefined,
      temporalAddress: env.TEMPORAL_ADDRESS || undefined,
      kafkaBrokers: env.KAFKA_BROKERS?.split(',').filter((it) => it !== ''),
    },
    log: ({ part, text, loud }) => loud && bench.say(`!!! ${part}: ${text}`),
    signal: bench.signal,
    onPartLost: (part, detail) => bench.say(`${part} was lost: ${detail}`),
  });
  bench.own('parts', parts.stop);
  const missing = needed.filter((part) => parts[part] === null);
  if (missing.length > 0) throw new Error(`this bench needs ${missing.join(', ')}`);
  shareWithTestSupport(parts);
  return { ...parts, folder };
}

/** What stands under test/ finds its servers as it does in a test run. */
function shareWithTestSupport({ postgres, temporal, kafka }: Provisioned): void {
  const mail = { smtpUrl: '', url: '' };
  const servers: SharedServers = { postgres, temporal, kafka, mail, s3: null };
  process.env.DONDOC_TEST_SERVERS = JSON.stringify(servers);
}
