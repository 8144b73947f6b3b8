/**
 * The one place where what went wrong becomes an answer: RFC 9457 problem+json in the reader's language, with the
 * correlation id. Our own mistakes are logged with their stack and answered without it.
 */
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  problem,
  problemOfFaults,
  unitsIn,
  type Problem,
  type UnitNames,
} from '../../libs/contracts';
import { databaseFault } from '../../libs/ledger';
import { correlationId, type ContentLimits, type Logger } from '../../libs/service';
import { BODY_LIMIT, refusal, refusalOf, type Refusal } from '../../libs/commands';
import { CONTENT_ROUTE } from './body';

export type NamesOf = (units: string[]) => Promise<UnitNames>;
export type Refused = (code: string, status: number) => void;

/** No fault of the caller's: the operator must know. */
const OURS = new Set(['internal', 'part.down', 'content.altered', 'content.lost']);

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly refused: Refused,
    private readonly contents: ContentLimits,
    private readonly names: NamesOf,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    void this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  async answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const said =
      refusalOf(thrown) ?? this.ofContent(thrown, request) ?? translated(thrown, request);
    if (OURS.has(said.code)) {
      this.logger.error({ err: databaseFault(thrown), code: said.code }, 'a request failed');
    }
    const page = pageOf(said, request, await this.namesIn(said));
    this.refused(page.code, page.status);
    if (reply.sent) return;
    void reply
      .code(page.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(page));
  }

  /** Without the database a refusal is said with the ids alone. */
  private async namesIn({ params, faults = [] }: Refusal): Promise<UnitNames> {
    const units = [params, ...faults.map((it) => it.params)].flatMap((it) => unitsIn(it ?? {}));
    return units.length === 0 ? {} : this.names(units).catch(() => ({}));
  }

  /** At the content store's door; JSON is bounded alike everywhere, also as a content. */
  private ofContent(thrown: unknown, request: FastifyRequest): Refusal | null {
    if (request.routeOptions.url !== CONTENT_ROUTE) return null;
    const status = statusOf(thrown);
    const given = request.headers['content-type'] ?? '';
    const { maxBytes, mediaTypes } = this.contents;
    if (status === 415) {
      const mediaType = given.slice(0, 100);
      return refusal('content.type-refused', { mediaType, allowed: mediaTypes.join(', ') });
    }
    if (status !== 413) return null;
    const json = /^application\/json\b/i.test(given);
    return refusal('content.too-large', { limit: json ? BODY_LIMIT : maxBytes });
  }
}

function pageOf(said: Refusal, request: FastifyRequest, names: UnitNames): Problem {
  const id = correlationId();
  const params = said.code === 'internal' ? { correlationId: id ?? null } : said.params;
  const occurrence = {
    params,
    names,
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

function statusOf(thrown: unknown): unknown {
  const { status, statusCode } = Object(thrown) as Foreign;
  return typeof status === 'number' ? status : statusCode;
}

/** What Fastify, Nest and our own parts throw, as codes of ours. */
function translated(thrown: unknown, request: FastifyRequest): Refusal {
  const { code, nextStep } = Object(thrown) as Foreign;
  const httpStatus = statusOf(thrown);
  if (httpStatus === 413) return refusal('body.too-large', { limit: BODY_LIMIT });
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
