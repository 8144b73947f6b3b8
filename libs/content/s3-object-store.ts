/**
 * The object store over S3: AWS, MinIO, Ceph, Garage, any server that speaks it. Invariant: bytes are sent with their
 * SHA-256, under the signature and as checksum, so that the server refuses altered ones; every call ends within a bound
 * and with a failure that says what to do.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { ObjectStore } from '../ledger';
import type { ObjectStoreSettings } from '../service';
import { objectUrl } from './object-url';
import { awayOf, isWorthAnotherTry, refusedOf } from './s3-faults';

/** How long and how often it is tried. */
export type Persistence = {
  readonly attempts: number;
  /** Of one attempt, without its bytes. */
  readonly attemptMs: number;
  /** Before the second attempt; twice as long before the third. */
  readonly pauseMs: number;
};

const PERSISTENCE: Persistence = { attempts: 3, attemptMs: 5_000, pauseMs: 200 };
/** The slowest line that is still waited for: 1 MB a second. */
const BYTES_PER_MS = 1_000;
/** An attempt that hangs is made a second time, not a third. */
const HANGING_ATTEMPTS = 2;
/** Nothing has this hash: an answer that it is not there is an answer of a bucket that we may read. */
const NOBODY = '0'.repeat(64);

type Call = {
  readonly method: 'GET' | 'PUT';
  readonly key: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Bytes expected either way. */
  readonly size: number;
};

/** Null: there is nothing under the key. */
type Answer = Buffer | null;

export function createS3ObjectStore(
  settings: ObjectStoreSettings,
  persistence: Persistence = PERSISTENCE,
): ObjectStore {
  const call = (it: Call) => persistently(settings, persistence, it);
  return {
    async put(sha256, bytes) {
      const headers = {
        'content-type': 'application/octet-stream',
        'x-amz-content-sha256': sha256,
        'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
      };
      const body = new Uint8Array(bytes);
      await call({ method: 'PUT', key: sha256, headers, body, size: bytes.byteLength });
    },
    get: (sha256, size) => call({ method: 'GET', key: sha256, size }),
    async probe() {
      await call({ method: 'GET', key: NOBODY, size: 0 });
    },
  };
}

async function persistently(
  settings: ObjectStoreSettings,
  { attempts, attemptMs, pauseMs }: Persistence,
  call: Call,
): Promise<Answer> {
  const withinMs = attemptMs + Math.ceil(call.size / BYTES_PER_MS);
  const until = performance.now() + HANGING_ATTEMPTS * withinMs;
  for (let attempt = 1; ; attempt += 1) {
    const leftMs = Math.max(1, Math.ceil(until - performance.now()));
    try {
      return await once(settings, call, AbortSignal.timeout(Math.min(withinMs, leftMs)));
    } catch (thrown) {
      const fault = awayOf(thrown, withinMs);
      const late = performance.now() + pauseMs >= until;
      if (attempt === attempts || late || !isWorthAnotherTry(fault)) throw fault;
      await pause(pauseMs * 2 ** (attempt - 1));
    }
  }
}

async function once(
  settings: ObjectStoreSettings,
  call: Call,
  signal: AbortSignal,
): Promise<Answer> {
  const { method, url, headers } = await signed(settings, call);
  const body = call.body ?? null;
  const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
  if (!response.ok) {
    const refused = refusedOf(response, await response.text());
    if (refused === null) return null;
    throw refused;
  }
  return upTo(response, call.size);
}

function signed(settings: ObjectStoreSettings, { method, key, headers, body }: Call) {
  return new AwsV4Signer({
    method,
    url: objectUrl(settings, key),
    headers: headers ?? {},
    ...(body ? { body } : {}),
    accessKeyId: settings.keyId,
    secretAccessKey: settings.secret,
    region: settings.region,
    service: 's3',
  }).sign();
}

/** One byte too many is enough to know that it is not what was asked for. */
async function upTo(response: Response, size: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > size) break;
  }
  return Buffer.concat(chunks).subarray(0, size + 1);
}
