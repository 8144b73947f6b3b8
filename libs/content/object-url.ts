/** Where an object lies: the bucket in the path, or before the name of the host. */
import type { ObjectStoreSettings } from '../service';

type Place = Pick<ObjectStoreSettings, 'endpoint' | 'bucket' | 'pathStyle' | 'prefix'>;

/** @param key of letters, digits and slashes alone: nothing is to be encoded */
export function objectUrl({ endpoint, bucket, pathStyle, prefix }: Place, key: string): string {
  const url = new URL(endpoint);
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`;
  url.pathname = pathStyle ? `/${bucket}/${prefix}${key}` : `/${prefix}${key}`;
  return url.href;
}
