/** SHA-256 as it stands everywhere in the ledger: 64 lower-case hex digits over UTF-8 bytes. */
import { hash } from 'node:crypto';

export function sha256Hex(bytes: Uint8Array | string): string {
  return hash('sha256', bytes);
}
