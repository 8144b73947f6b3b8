/**
 * What belongs together of the object store's variables: all of it or nothing, one secret, given itself or in a file. A
 * file is read once, here.
 */
import { readFileSync } from 'node:fs';

export type ObjectStoreSettings = {
  /** Scheme, host and port. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
  /** The bucket stands in the path; otherwise before the host's name. */
  readonly pathStyle: boolean;
  /** Before every key; empty, or ends with a slash. */
  readonly prefix: string;
};

type Given = {
  readonly contentPlace?: 'postgres' | 's3' | undefined;
  readonly s3Endpoint?: string | undefined;
  readonly s3Bucket?: string | undefined;
  readonly s3Region?: string | undefined;
  readonly s3KeyId?: string | undefined;
  readonly s3Secret?: string | undefined;
  readonly s3SecretFile?: string | undefined;
  readonly s3PathStyle?: boolean | undefined;
  readonly s3Prefix?: string | undefined;
};

const TOGETHER = {
  s3Endpoint: 'DONDOC_S3_ENDPOINT',
  s3Bucket: 'DONDOC_S3_BUCKET',
  s3KeyId: 'DONDOC_S3_KEY_ID',
} as const;

/** Null where nothing of it is set. */
export function objectStoreOf(config: Given): ObjectStoreSettings | null {
  const { s3Endpoint, s3Bucket, s3KeyId, s3Secret } = config;
  if (!s3Endpoint || !s3Bucket || !s3KeyId || !s3Secret) return null;
  return {
    endpoint: s3Endpoint,
    bucket: s3Bucket,
    region: config.s3Region ?? 'us-east-1',
    keyId: s3KeyId,
    secret: s3Secret,
    pathStyle: config.s3PathStyle ?? true,
    prefix: config.s3Prefix ?? '',
  };
}

/** The faults of the variables together; the secret's file is read into `config`. */
export function objectStoreFaults(config: Record<string, unknown>): string[] {
  const given = config as Given;
  const { s3Secret, s3SecretFile } = given;
  const names = Object.entries(TOGETHER) as [keyof typeof TOGETHER, string][];
  const isSet = names.some(([key]) => given[key] !== undefined) || (s3Secret ?? s3SecretFile);
  if (!isSet && given.contentPlace !== 's3') return [];
  const faults = names
    .filter(([key]) => given[key] === undefined)
    .map(([, name]) => `${name} is missing: an object store needs it`);
  if (s3Secret !== undefined && s3SecretFile !== undefined) {
    return [...faults, 'DONDOC_S3_SECRET and DONDOC_S3_SECRET_FILE are both set: keep one'];
  }
  if (s3SecretFile !== undefined) return [...faults, ...readSecret(config, s3SecretFile)];
  if (s3Secret === undefined) {
    faults.push('DONDOC_S3_SECRET or DONDOC_S3_SECRET_FILE is missing: an object store needs it');
  }
  return faults;
}

function readSecret(config: Record<string, unknown>, file: string): string[] {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret === '') return ['DONDOC_S3_SECRET_FILE is empty'];
    config.s3Secret = secret;
    return [];
  } catch {
    return ['DONDOC_S3_SECRET_FILE cannot be read'];
  }
}
