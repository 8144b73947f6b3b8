/**
 * Which bodies are read, as every door reads them: nothing but JSON of a bounded size, except at the content store's
 * door, which takes any bytes.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BODY_LIMIT, readJson, refusal } from '../../libs/commands';

export const CONTENT_ROUTE = '/v1/content';

/** `contentLimit`: most bytes of one content. */
export function readBodies(server: FastifyInstance, contentLimit: number): void {
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
    { parseAs: 'buffer', bodyLimit: contentLimit },
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
  try {
    done(null, readJson(bytes));
  } catch (thrown) {
    done(thrown as Error);
  }
}
