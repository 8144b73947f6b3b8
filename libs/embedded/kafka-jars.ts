/**
 * Kafka's jars: fetched once by Maven at pinned versions, each checked against its SHA-256 committed beside this file.
 * A jar too many, too few or altered refuses the lot.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../service';
import { cached, inCache } from './cache-folder';
import type { DataFolder } from './data-folder';
import jars from './kafka-jars.json';
import { runOwned } from './owned-process';

const KAFKA = '4.3.1';
const LOG4J = '2.25.3';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const OLDEST_JAVA = 17;

export type KafkaSearch = {
  readonly folder: DataFolder;
  readonly cacheDir: string;
  readonly say: (text: string) => void;
};

/** The folder of the jars; a failure with code `kafka.missing` says what is not installed. */
export async function findKafka(search: KafkaSearch): Promise<string> {
  await requireJava(search);
  const kept = inCache(search.cacheDir, `kafka-${KAFKA}`);
  if (kept) return kept;
  search.say(`fetching Kafka ${KAFKA} with Maven: 44 MB, once`);
  return cached(search.cacheDir, `kafka-${KAFKA}`, (into) => fetchJars(search, into));
}

async function requireJava(search: KafkaSearch): Promise<void> {
  const said = await run(search, 'java', ['-version']).catch((cause: unknown) => {
    throw missing('Java is not installed', cause);
  });
  const version = Number(/version "(\d+)/.exec(said.join('\n'))?.[1] ?? 0);
  if (version < OLDEST_JAVA) throw missing(`Java ${version} is too old`, undefined);
}

async function fetchJars(search: KafkaSearch, into: string): Promise<void> {
  writeFileSync(join(into, 'pom.xml'), pom());
  const args = ['-q', '-B', '-f', join(into, 'pom.xml'), PLUGIN];
  const options = ['-DincludeScope=runtime', `-DoutputDirectory=${join(into, 'jars')}`];
  try {
    await run(search, 'mvn', [...args, ...options]);
  } catch (cause) {
    throw missing('Maven is not installed or could not fetch the jars', cause);
  }
  verifyJars(join(into, 'jars'), jars);
}

/** Refuses a folder whose files are not exactly the pinned ones. */
export function verifyJars(folder: string, pinned: { readonly [name: string]: string }): void {
  const found = readdirSync(folder);
  const faults = [
    ...Object.keys(pinned).flatMap((name) =>
      found.includes(name) ? [] : [`${name} is not there`],
    ),
    ...found.flatMap((name) => {
      if (pinned[name] === undefined) return [`${name} is not on the list`];
      const sum = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      return sum === pinned[name] ? [] : [`${name} has another checksum`];
    }),
  ];
  if (faults.length === 0) return;
  throw failure(
    'kafka.checksum',
    `what Maven brought is not the pinned Kafka: ${faults.slice(0, 5).join('; ')}`,
    'check which Maven repository or mirror is configured; nothing of it was kept',
  );
}

function missing(what: string, cause: unknown): Error {
  return failure(
    'kafka.missing',
    `there is no Kafka: no KAFKA_BROKERS, and ${what}`,
    `either install Java ${OLDEST_JAVA} or later and Maven (Debian: apt install default-jdk-headless maven), ` +
      'or set KAFKA_BROKERS=host:port of a running Kafka',
    cause,
  );
}

function run(search: KafkaSearch, command: string, args: readonly string[]) {
  const { folder } = search;
  const logFile = folder.inside('log', 'kafka-setup.log');
  return runOwned({ part: 'kafka-setup', command, args, folder, logFile });
}

function pom(): string {
  const dependency = (group: string, artifact: string, version: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>',
    '<groupId>dondoc</groupId><artifactId>kafka-parts</artifactId><version>1</version><packaging>pom</packaging>',
    '<dependencies>',
    dependency('org.apache.kafka', 'kafka_2.13', KAFKA),
    dependency('org.apache.logging.log4j', 'log4j-core', LOG4J),
    dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', LOG4J),
    '</dependencies></project>',
  ].join('\n');
}
