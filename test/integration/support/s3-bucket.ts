/** A bucket of its own for a test on the shared S3 server, and the objects in it as the files they are there. */
import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';
import type { ObjectStoreSettings } from '../../../libs/service';
import { s3Server } from '../../support/servers';

export type Bucket = {
  readonly settings: ObjectStoreSettings;
  /** The hashes that lie there. */
  keys(): string[];
  /** Behind the server's back. */
  overwrite(sha256: string, bytes: Uint8Array): void;
};

export async function makeBucket(
  bucket = `kho-${randomBytes(6).toString('hex')}`,
): Promise<Bucket> {
  const { endpoint, region, keyId, secret, root } = s3Server();
  const settings = { ...{ endpoint, region, keyId, secret, bucket }, pathStyle: true };
  const { url, method, headers } = await new AwsV4Signer({
    method: 'PUT',
    url: `${endpoint}/${bucket}`,
    accessKeyId: keyId,
    secretAccessKey: secret,
    ...{ region, service: 's3' },
  }).sign();
  const answer = await fetch(url, { method, headers });
  if (!answer.ok) throw new Error(`no bucket: ${answer.status} ${await answer.text()}`);
  const prefix = 'tep/';
  const folder = join(root, bucket, prefix);
  return {
    settings: { ...settings, prefix },
    keys: () => readdirSync(folder).toSorted(),
    overwrite: (sha256, bytes) => writeFileSync(join(folder, sha256), bytes),
  };
}
