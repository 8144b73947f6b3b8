/** Where the shared services of a test run are; see start-servers.js. Every test makes its own database, topic or queue. */
import type { Provisioned } from '../../libs/embedded';
import type { S3Server } from './s3-server';

export type SharedServers = Pick<Provisioned, 'postgres' | 'temporal' | 'kafka'> & {
  /** Takes every mail except to recipients that begin with `dead.`: those are refused for good. */
  readonly mail: { readonly smtpUrl: string; readonly url: string };
  readonly s3: S3Server | null;
};

export function sharedServers(): SharedServers {
  const text = process.env.DONDOC_TEST_SERVERS;
  if (text === undefined) {
    throw new Error('no shared services: this test belongs under test/, where jest starts them');
  }
  return JSON.parse(text) as SharedServers;
}

/** The URL of a role that may create databases and roles. */
export function adminUrl(): string {
  return present('PostgreSQL', sharedServers().postgres).adminUrl;
}

export function temporalAddress(): string {
  return present('Temporal', sharedServers().temporal).address;
}

/** `describe` where there is a Kafka, `describe.skip` elsewhere; CI never gets that far without one. */
export function describeWithKafka(title: string, tests: () => void): void {
  if (sharedServers().kafka === null) describe.skip(title, tests);
  else describe(title, tests);
}

export function kafkaBrokers(): readonly string[] {
  return present('Kafka', sharedServers().kafka).brokers;
}

/** `describe` where there is an S3 server, `describe.skip` elsewhere; CI never gets that far without one. */
export function describeWithS3(title: string, tests: () => void): void {
  if (sharedServers().s3 === null) describe.skip(title, tests);
  else describe(title, tests);
}

export function s3Server(): S3Server {
  return present('the S3 server', sharedServers().s3);
}

function present<T>(name: string, part: T | null): T {
  if (part === null) throw new Error(`${name} was not asked for in this run (DONDOC_TEST_NEED)`);
  return part;
}
