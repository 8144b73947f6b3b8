/**
 * How the bytes of a request are read at every door: bounded, strict UTF-8, strict JSON with the place of a fault.
 * Invariant: a refusal repeats nothing of what was sent.
 */
import { isUtf8 } from 'node:buffer';
import { jsonFault } from './json-fault';
import { refusal } from './refusal';

/** At most so many bytes a request may have. */
export const BODY_LIMIT = 256 * 1024;

/** Undefined when there is nothing to read. */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length > BODY_LIMIT) throw refusal('body.too-large', { limit: BODY_LIMIT });
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw refusal('utf8.invalid', { position: firstBadByte(bytes) });
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const fault = jsonFault(text);
  if (fault === null) return JSON.parse(text);
  throw refusal('json.malformed', { position: `${fault.line}:${fault.column}`, ...fault });
}

/** 1 for the first byte; what replaces a bad byte differs from it. */
function firstBadByte(bytes: Buffer): number {
  const repaired = Buffer.from(bytes.toString('utf8'), 'utf8');
  let at = 0;
  while (at < bytes.length && bytes[at] === repaired[at]) at += 1;
  return at + 1;
}
