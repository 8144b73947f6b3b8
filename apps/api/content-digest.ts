/** The `Content-Digest` header of RFC 9530: what the sender says the SHA-256 of the bytes is, held against the bytes. */
import { createHash } from 'node:crypto';
import { refusal } from '../../libs/commands';

/** 32 bytes in base64 between colons (a byte sequence of RFC 8941); other algorithms may stand beside it. */
const SHA_256 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?=,|$)/;

/** Nothing said is nothing to hold against the bytes. */
export function refuseOtherBytes(
  header: string | readonly string[] | undefined,
  bytes: Uint8Array,
): void {
  if (header === undefined) return;
  const given = String(header);
  const claimed = SHA_256.exec(given)?.[1];
  if (claimed === undefined) {
    throw refusal('content.digest-malformed', { given: given.slice(0, 200) });
  }
  const held = createHash('sha256').update(bytes).digest();
  const expected = Buffer.from(claimed, 'base64');
  if (expected.equals(held)) return;
  throw refusal('content.digest-differs', {
    claimed: expected.toString('hex'),
    received: held.toString('hex'),
    size: bytes.length,
  });
}
