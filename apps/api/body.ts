/**
 * How a body is read: strict UTF-8, strict JSON with the place of a fault, bounded size, and nothing but JSON except
 * at the content store's door, which takes any bytes.
 */
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonFault } from './json-fault';
import { refusal } from './refusal';

export const BODY_LIMIT = 256 * 1024;
export const CONTENT_LIMIT = 5 * 1024 * 1024;
export const CONTENT_ROUTE = '/v1/content';

export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, bytes, done) => {
      const raw = request.url.split('?', 1)[0] === CONTENT_ROUTE;
      if (raw) done(null, bytes);
      else parse(bytes as Buffer, done);
    },
  );
  server.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: CONTENT_LIMIT },
    (_request, bytes, done) => done(null, bytes),
  );
  server.addHook('onRequest', (request, _reply, done) => done(unsupported(request)));
}

/** Refuses what is not JSON before its bytes are read. */
function unsupported(request: FastifyRequest): Error | undefined {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody || request.routeOptions.url === CONTENT_ROUTE) return undefined;
  const mediaType = request.headers['content-type'] ?? '';
  const [type, ...parameters] = mediaType.toLowerCase().split(';');
  const charset = parameters.map((it) => it.trim()).find((it) => it.startsWith('charset='));
  const isJson = type!.trim() === 'application/json';
  if (isJson && (charset === undefined || /^charset="?utf-8"?$/.test(charset))) return undefined;
  return refusal('media-type.unsupported', { mediaType: mediaType.slice(0, 100) || '(none)' });
}

type Done = (error: Error | null, body?: unknown) => void;

function parse(bytes: Buffer, done: Done): void {
  if (bytes.length === 0) return done(null, undefined);
  if (!isUtf8(bytes)) return done(refusal('utf8.invalid', { position: firstBadByte(bytes) }));
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const fault = jsonFault(text);
  if (fault === null) return done(null, JSON.parse(text));
  done(refusal('json.malformed', { position: `${fault.line}:${fault.column}`, ...fault }));
}

/** 1 for the first byte; what replaces a bad byte differs from it. */
function firstBadByte(bytes: Buffer): number {
  const repaired = Buffer.from(bytes.toString('utf8'), 'utf8');
  let at = 0;
  while (at < bytes.length && bytes[at] === repaired[at]) at += 1;
  return at + 1;
}
