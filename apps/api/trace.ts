/**
 * Every request has a correlation id, taken from `traceparent` or made here, logged with whatever happens and returned.
 * Of a request only method, route, status and time are logged: never its address as typed, nor anything of its body.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MODE_HEADER } from '../../libs/contracts';
import { correlate, type Logger } from '../../libs/service';
import type { Answered } from './figures';

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;

type Tracing = {
  readonly logger: Logger;
  readonly answered: Answered;
  /** Told with every answer: what a drill says was invented. */
  readonly mode: 'drill' | 'live';
};

export function traceRequests(server: FastifyInstance, { logger, answered, mode }: Tracing): void {
  server.addHook('onRequest', (request, reply, done) => {
    const id = correlationOf(request);
    void reply.header('x-correlation-id', id);
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header(MODE_HEADER, mode);
    correlate(id, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(unknown)';
    const { statusCode: status, elapsedTime } = reply;
    const { method } = request;
    answered({ method, route, status, seconds: elapsedTime / 1000 });
    const correlationId = reply.getHeader('x-correlation-id');
    const line = { method, route, status, ms: Math.round(elapsedTime), correlationId };
    logger[status >= 500 ? 'error' : 'info'](line, 'answered');
    done();
  });
}

function correlationOf(request: FastifyRequest): string {
  const header = request.headers.traceparent;
  const match = typeof header === 'string' ? TRACEPARENT.exec(header) : null;
  return match?.[1] ?? randomBytes(16).toString('hex');
}
