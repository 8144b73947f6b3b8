/**
 * Finds or provisions the parts the engine stands on, side by side, and stops in reverse order exactly what it started.
 * A part that cannot be had is a failure that says what to do; only Kafka may be absent, and that is said loudly.
 */
import { existsSync, rmSync } from 'node:fs';
import { failure, isFailure } from '../service';
import { openDataFolder, type DataFolder } from './data-folder';
import { addressOf, requireReachable, type Given } from './require-reachable';
import { startKafka } from './kafka';
import { findKafka } from './kafka-jars';
import type { Part, Provisioned, ProvisionSettings } from './parts';
import { startPostgres } from './postgres';
import { startTemporal } from './temporal';
import { findTemporal } from './temporal-binary';

export async function provision(settings: ProvisionSettings): Promise<Provisioned> {
  const folder = await openDataFolder(settings.dataDir, (part) =>
    settings.log({ part: 'data', text: `ended ${part}, left running by a start that was killed` }),
  );
  settings.log({ part: 'data', text: `data folder ${folder.path}${whyThere()}` });
  const stop = async (): Promise<void> => {
    await folder.children.stopAll();
    folder.release();
  };
  try {
    const [postgresPart, temporalPart, kafkaPart] = await Promise.race([
      Promise.all([
        postgres(settings, folder),
        temporal(settings, folder),
        kafka(settings, folder),
      ]),
      aborted(settings.signal),
    ]);
    return { postgres: postgresPart, temporal: temporalPart, kafka: kafkaPart, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

function whyThere(): string {
  return process.getuid?.() === 0
    ? ' (not in the home of root: PostgreSQL runs as the account "postgres", which cannot enter it)'
    : '';
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () =>
      reject(
        failure('provision.aborted', 'provisioning was interrupted', 'start again: it goes on'),
      );
    if (signal?.aborted) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}

async function postgres(
  settings: ProvisionSettings,
  folder: DataFolder,
): Promise<Provisioned['postgres']> {
  if (!settings.need.postgres) return null;
  if (settings.given?.databaseUrl) {
    const adminUrl = settings.given.databaseUrl;
    await useGiven(settings, {
      part: 'postgres',
      variable: 'DATABASE_URL',
      addresses: [addressOf(adminUrl)],
    });
    return { adminUrl };
  }
  const started = await timed(settings, 'postgres', 'PostgreSQL 18 of our own', () =>
    startPostgres(folder, lost(settings, 'postgres')),
  );
  return { adminUrl: started.adminUrl };
}

async function temporal(
  settings: ProvisionSettings,
  folder: DataFolder,
): Promise<Provisioned['temporal']> {
  if (!settings.need.temporal) return null;
  if (settings.given?.temporalAddress) {
    const address = settings.given.temporalAddress;
    await useGiven(settings, {
      part: 'temporal',
      variable: 'TEMPORAL_ADDRESS',
      addresses: [address],
    });
    return { address, uiUrl: null };
  }
  const say = (text: string) => settings.log({ part: 'temporal', text });
  const binary = await timed(settings, 'temporal', 'the temporal command', () =>
    findTemporal({ folder, cacheDir: settings.cacheDir, say }),
  );
  const started = await timed(settings, 'temporal', 'Temporal server', () =>
    startTemporal(folder, binary, lost(settings, 'temporal')),
  );
  return { address: started.address, uiUrl: started.uiUrl };
}

async function kafka(
  settings: ProvisionSettings,
  folder: DataFolder,
): Promise<Provisioned['kafka']> {
  if (!settings.need.kafka) return null;
  const given = settings.given?.kafkaBrokers;
  if (given && given.length > 0) {
    await useGiven(settings, { part: 'kafka', variable: 'KAFKA_BROKERS', addresses: given });
    return { brokers: given };
  }
  const say = (text: string) => settings.log({ part: 'kafka', text });
  let jars: string;
  try {
    jars = await timed(settings, 'kafka', "Kafka's jars", () =>
      findKafka({ folder, cacheDir: settings.cacheDir, say }),
    );
  } catch (thrown) {
    if (!isFailure(thrown) || thrown.code !== 'kafka.missing') throw thrown;
    const text = `${thrown.message}. Events travel on the ledger bus instead: nothing is published to or received from other systems. To have Kafka ${thrown.nextStep}`;
    settings.log({ part: 'kafka', text, loud: true });
    return null;
  }
  const started = await timed(settings, 'kafka', 'Kafka server', () =>
    startKafka(folder, jars, lost(settings, 'kafka')),
  );
  return { brokers: started.brokers };
}

async function useGiven(settings: ProvisionSettings, given: Given): Promise<void> {
  await timed(settings, given.part, `the one ${given.variable} names`, () =>
    requireReachable(given),
  );
}

async function timed<T>(
  settings: ProvisionSettings,
  part: Part,
  text: string,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  settings.log({ part, text, tookMs: Math.round(performance.now() - startedAt) });
  return result;
}

function lost(settings: ProvisionSettings, part: Part): (detail: string) => void {
  return (detail) => settings.onPartLost?.(part, detail);
}

/** Empties a data folder that nobody lives in; what a killed owner left running is ended first. */
export async function emptyDataFolder(path: string): Promise<void> {
  if (!existsSync(path)) return;
  await openDataFolder(path, () => undefined);
  rmSync(path, { recursive: true, force: true });
}
