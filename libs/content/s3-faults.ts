/**
 * What an S3 server refuses, and what becomes of a call that it does not answer, as failures with a next step. Nothing of
 * the configuration and nothing of an answer is said but the server's own code.
 */
import { failure, isFailure, type Failure } from '../service';

/** Null: nothing lies under the key. */
export function refusedOf({ status }: Pick<Response, 'status'>, body: string): Failure | null {
  const code = /<Code>([\w.]{1,60})<\/Code>/.exec(body)?.[1] ?? null;
  if (status === 404 && (code === null || code === 'NoSuchKey')) return null;
  const cause = new Error(`the S3 server answered ${status}${code === null ? '' : ` ${code}`}`);
  const [name, message, nextStep] = wordsOf(status, code);
  return failure(name, message, nextStep, cause);
}

type Words = readonly [name: string, message: string, nextStep: string];

function wordsOf(status: number, code: string | null): Words {
  if (status === 429 || status >= 500) return AWAY;
  return (code === null ? undefined : BY_CODE[code]) ?? (status === 403 ? DENIED : OTHER);
}

const AWAY: Words = [
  's3.away',
  'the S3 server does not do its work',
  'look at its log and its host: what waits goes on by itself',
];
const DENIED: Words = [
  's3.access-denied',
  'the S3 server refuses our key',
  'correct DONDOC_S3_KEY_ID and DONDOC_S3_SECRET; the key needs s3:GetObject, s3:PutObject and s3:ListBucket',
];
const OTHER: Words = [
  's3.refused',
  'the S3 server refuses the request',
  'look up its code at the S3 server; check DONDOC_S3_ENDPOINT, DONDOC_S3_REGION and DONDOC_S3_PATH_STYLE',
];
const ALTERED: Words = [
  's3.altered-on-the-way',
  'the S3 server received other bytes than were sent',
  'look at the network and at proxies between here and the S3 server',
];

const BY_CODE: { readonly [code: string]: Words } = {
  NoSuchBucket: [
    's3.bucket-missing',
    'the S3 server has no such bucket',
    'make the bucket, or correct DONDOC_S3_BUCKET and DONDOC_S3_ENDPOINT',
  ],
  InvalidAccessKeyId: DENIED,
  SignatureDoesNotMatch: DENIED,
  XAdminUserNotFound: DENIED,
  RequestTimeTooSkewed: [
    's3.clock-differs',
    'the S3 server has another time than this host',
    'set both clocks right',
  ],
  AuthorizationHeaderMalformed: [
    's3.region-differs',
    'the S3 server is of another region',
    'correct DONDOC_S3_REGION',
  ],
  BadDigest: ALTERED,
  XAmzContentSHA256Mismatch: ALTERED,
};

/** What was thrown in place of an answer. */
export function awayOf(thrown: unknown, withinMs: number): Failure {
  if (isFailure(thrown)) return thrown;
  if ((Object(thrown) as { name?: unknown }).name === 'TimeoutError') {
    const within = `${Math.ceil(withinMs / 1_000)} s`;
    return failure(
      's3.timeout',
      `the S3 server did not answer within ${within}`,
      'look at its log, its host and the network: what waits goes on by itself',
      thrown,
    );
  }
  return failure(
    's3.away',
    'the S3 server cannot be reached',
    'start it, or correct DONDOC_S3_ENDPOINT: what waits goes on by itself',
    thrown,
  );
}

const PASSING = new Set(['s3.away', 's3.timeout', 's3.altered-on-the-way']);

export function isWorthAnotherTry({ code }: Failure): boolean {
  return PASSING.has(code);
}
