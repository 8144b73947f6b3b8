/**
 * The one place where what went wrong becomes an answer: RFC 9457 problem+json in the reader's language, with the
 * correlation id. Our own mistakes are logged with their stack and answered without it.
 */
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem, problemOfFaults, type Problem } from '../../libs/contracts';
import { databaseFault } from '../../libs/ledger';
import { correlationId, type Logger } from '../../libs/service';
import { BODY_LIMIT, refusal, refusalOf, type Refusal } from '../../libs/commands';
import { CONTENT_LIMIT, CONTENT_ROUTE } from './body';

export type Refused = (code: string, status: number) => void;

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly refused: Refused,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const said = refusalOf(thrown) ?? translated(thrown, request);
    if (said.code === 'internal' || said.code === 'part.down') {
      this.logger.error({ err: databaseFault(thrown), code: said.code }, 'a request failed');
    }
    const page = pageOf(said, request);
    this.refused(page.code, page.status);
    if (reply.sent) return;
    void reply
      .code(page.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(page));
  }
}

function pageOf(said: Refusal, request: FastifyRequest): Problem {
  const id = correlationId();
  const params = said.code === 'internal' ? { correlationId: id ?? null } : said.params;
  const occurrence = {
    params,
    language: languageOf(request),
    instance: request.url.split('?', 1)[0],
    ...(said.commandId ? { commandId: said.commandId } : {}),
    ...(id ? { correlationId: id } : {}),
  };
  return said.faults ? problemOfFaults(said.faults, occurrence) : problem(said.code, occurrence);
}

/** Vietnamese unless the reader asks for English first. */
export function languageOf(request: FastifyRequest): 'vi' | 'en' {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi';
}

type Foreign = { code?: unknown; status?: unknown; statusCode?: unknown; nextStep?: unknown };

/** What Fastify, Nest and our own parts throw, as codes of ours. */
function translated(thrown: unknown, request: FastifyRequest): Refusal {
  const { code, status, statusCode, nextStep } = Object(thrown) as Foreign;
  const httpStatus = typeof status === 'number' ? status : statusCode;
  if (httpStatus === 413) {
    const route = request.url.split('?', 1)[0];
    return refusal('body.too-large', {
      limit: route === CONTENT_ROUTE ? CONTENT_LIMIT : BODY_LIMIT,
    });
  }
  if (httpStatus === 415) {
    return refusal('media-type.unsupported', { mediaType: request.headers['content-type'] ?? '' });
  }
  if (code === 'paging.cursor-unreadable') return refusal('cursor.malformed');
  if (code === 'bus.not-drained') return refusal('drill.not-drained');
  if (isPartDown(code, nextStep) || isLostConnection(thrown)) {
    return refusal('part.down', { part: partOf(code) });
  }
  if (httpStatus === 404) {
    const route = `${request.method} ${request.url.split('?', 1)[0]}`.slice(0, 200);
    return refusal('route.unknown', { route });
  }
  if (typeof httpStatus === 'number' && httpStatus < 500) return refusal('request.malformed');
  return refusal('internal');
}

/** A lost connection: of the network, of PostgreSQL (class 08, 57P), or a failure that names its next step. */
function isPartDown(code: unknown, nextStep: unknown): boolean {
  if (typeof code !== 'string') return false;
  return (
    /^(?:ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH)/.test(code) ||
    /^(?:08|57P|53)/.test(code) ||
    typeof nextStep === 'string'
  );
}

/** What the PostgreSQL driver says without a code. */
function isLostConnection(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(thrown.message)
  );
}

function partOf(code: unknown): string {
  return typeof code === 'string' && code.includes('.') ? code.split('.')[0]! : 'PostgreSQL';
}
