/** SHA-256 as it stands everywhere in the ledger: 64 lower-case hex digits over UTF-8 bytes. */
import { createHash } from 'node:crypto';

export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
