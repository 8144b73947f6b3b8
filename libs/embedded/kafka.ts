/**
 * Kafka: the brokers KAFKA_BROKERS names, or one KRaft node of our own (broker and controller in one process) whose
 * log stands in the data folder.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../service';
import type { DataFolder } from './data-folder';
import { runOwned, startOwned } from './owned-process';

export type RunningKafka = { readonly brokers: readonly string[]; stop(): Promise<void> };

const JVM = ['-Xms96m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

export async function startKafka(
  folder: DataFolder,
  jarFolder: string,
  onLost: (detail: string) => void,
): Promise<RunningKafka> {
  const port = await folder.port('kafka');
  const controllerPort = await folder.port('kafkaController');
  const settingsFile = folder.inside('kafka.properties');
  const logSettings = folder.inside('kafka-log4j2.yaml');
  const logFile = folder.inside('log', 'kafka.log');
  writeFileSync(settingsFile, properties(folder.inside('kafka'), port, controllerPort));
  writeFileSync(logSettings, LOG_SETTINGS);
  const java = [
    ...JVM,
    '-Duser.timezone=UTC',
    `-Dlog4j2.configurationFile=${logSettings}`,
    '-cp',
    join(jarFolder, 'jars', '*'),
  ];
  await format(folder, java, settingsFile);
  const server = await startOwned({
    part: 'kafka',
    command: 'java',
    args: [...java, 'kafka.Kafka', settingsFile],
    folder,
    logFile,
    ready: /Kafka Server started/,
    stopSignal: 'SIGTERM',
    onLost,
  });
  return { brokers: [`127.0.0.1:${port}`], stop: server.stop };
}

async function format(
  folder: DataFolder,
  java: readonly string[],
  settingsFile: string,
): Promise<void> {
  if (existsSync(folder.inside('kafka', 'meta.properties'))) return;
  const logFile = folder.inside('log', 'kafka.log');
  const tool = (...args: string[]) =>
    runOwned({
      part: 'kafka-format',
      command: 'java',
      args: [...java, 'kafka.tools.StorageTool', ...args],
      folder,
      logFile,
    });
  try {
    const id = (await tool('random-uuid')).findLast((line) => /^[\w-]{22}$/.test(line));
    if (id === undefined) throw new Error('the storage tool gave no id');
    await tool('format', '-t', id, '-c', settingsFile, '--ignore-formatted');
  } catch (cause) {
    throw failure(
      'kafka.format',
      'Kafka could not format its data folder',
      `read ${logFile}, or set KAFKA_BROKERS to a Kafka of your own`,
      cause,
    );
  }
}

function properties(dataDir: string, port: number, controllerPort: number): string {
  const settings: Record<string, string | number> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': dataDir,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'log.cleaner.dedupe.buffer.size': 2_097_152,
    'auto.create.topics.enable': 'false',
    'log.retention.ms': -1,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const LOG_SETTINGS = `Configuration:
  status: warn
  Appenders:
    Console: { name: STDOUT, PatternLayout: { pattern: "[%d] %p %m (%c)%n" } }
  Loggers:
    Root: { level: warn, AppenderRef: { ref: STDOUT } }
    Logger:
      - { name: kafka.server.KafkaRaftServer, level: info }
`;
