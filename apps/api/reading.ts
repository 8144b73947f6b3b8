/**
 * What every read has: the deployment's instant at which standings are derived, and an ETag of the read model's
 * sequence and that instant, so that an unchanged page is answered with 304 and no query. What is asked as of a point in
 * time has that point's sequence and instant, and the answer names them.
 */
import {
  createParamDecorator,
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, of, type Observable } from 'rxjs';
import { localDateText } from '../../libs/contracts';
import { foldName, type Instant, type LocalDate, type Unit } from '../../libs/domain';
import { MARKS, type ReadFrom } from './actor';
import { Past, PAST_MARK, type PastReading } from './past';
import { LEDGER_PORT, READS_PORT, type LedgerPort } from './ports';
import { PROJECTOR_CONSUMER, type AsOfPlace, type Reads } from '../../libs/readmodel';
import { refusal } from '../../libs/commands';

type Reading = PastReading & { readAt?: Instant };

/** The deployment's instant of this read. */
export const ReadAt = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Instant =>
    context.switchToHttp().getRequest<Reading>().readAt!,
);

@Injectable()
export class ReadingInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(Past) private readonly past: Past,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const from = this.reflector.get<ReadFrom | undefined>(MARKS.reads, context.getHandler());
    if (from !== 'readModel') return next.handle();
    const request = context.switchToHttp().getRequest<Reading>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const [seq, now] = await Promise.all([
      this.ledger.cursor(PROJECTOR_CONSUMER),
      this.ledger.now(),
    ]);
    const place = await this.placeAsked(context, request, now);
    request.readAt = place?.instant ?? now;
    request.readsThen = place === null ? this.reads : this.reads.at(place.seq);
    const etag = place ? `W/"@${place.seq}@${place.instant}"` : `W/"${seq}@${now}"`;
    void reply.headers({ etag, 'cache-control': 'no-cache' });
    const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
    if (known.includes(etag)) {
      void reply.code(304);
      return of(undefined);
    }
    if (place === null) return next.handle();
    return next.handle().pipe(
      // A page that has the instant itself names the place beside it.
      map((answer: object) => ({ ...answer, ['asOf' in answer ? 'place' : 'asOf']: place })),
    );
  }

  private async placeAsked(
    context: ExecutionContext,
    { query }: Reading,
    now: Instant,
  ): Promise<AsOfPlace | null> {
    const past = this.reflector.get<boolean | undefined>(PAST_MARK, context.getHandler());
    const { asOf } = query as { readonly asOf?: unknown };
    return past && typeof asOf === 'string' ? this.past.placeOf(asOf, now) : null;
  }
}

/** A directive by id or by symbol: a symbol that several issuers used is asked back. */
@Injectable()
export class Directives {
  constructor(@Inject(READS_PORT) private readonly reads: Reads) {}

  async idOf(idOrSymbol: string, issuer?: string): Promise<string> {
    const answer = await this.reads.findDirective(idOrSymbol, issuer);
    if (answer.found === 'one') return answer.directive.directive;
    if (answer.found === 'none') throw refusal('not-found.directive', { id: idOrSymbol });
    const candidates = answer.candidates.map((it) => ({
      directive: it.directive,
      symbol: it.symbol,
      issuer: it.issuer,
      issuerName: it.issuerName,
      issuedOn: it.issuedOn,
    }));
    throw refusal('symbol.ambiguous', {
      symbol: idOrSymbol,
      count: candidates.length,
      directives: candidates.map(
        ({ directive, issuer, issuerName, issuedOn }) =>
          `${directive} (${issuerName?.vi ?? issuer}, ${localDateText(issuedOn ?? '') ?? '–'})`,
      ),
      candidates,
    });
  }

  /** The id when a directive is named; nothing when none is. */
  async ifNamed(idOrSymbol: string | undefined, issuer?: string): Promise<string | undefined> {
    return idOrSymbol === undefined ? undefined : this.idOf(idOrSymbol, issuer);
  }
}

/** A unit by id, or by any name it ever had: several that bear it are asked back. */
@Injectable()
export class Units {
  constructor(@Inject(READS_PORT) private readonly reads: Reads) {}

  async idOf(idOrName: string): Promise<string> {
    const byId = await this.reads.unit(idOrName);
    if (byId !== null) return byId.unit;
    const { items } = await this.reads.units({ name: idOrName, limit: 50 });
    const called = items.filter(({ record }) => namesOf(record).has(foldName(idOrName)));
    const candidates = called.length > 0 ? called : items;
    if (candidates.length === 1) return candidates[0]!.unit;
    if (candidates.length === 0) throw refusal('not-found.unit', { id: idOrName });
    const units = candidates.slice(0, 10).map(({ unit, name }) => `${unit} (${name.vi})`);
    throw refusal('unit.ambiguous', { name: idOrName, units });
  }

  async ifNamed(idOrName: string | undefined): Promise<string | undefined> {
    return idOrName === undefined ? undefined : this.idOf(idOrName);
  }
}

function namesOf({ names, aliases }: Unit): Set<string> {
  const written = [
    ...names.flatMap(({ value }) => [value.vi, value.en]),
    ...aliases.map(({ value }) => value),
  ];
  return new Set(written.map(foldName));
}

/** The thing, or the refusal that says which thing there is not. */
export function found<T>(thing: T | null, kind: Kind, id: string): T {
  if (thing === null) throw refusal(`not-found.${kind}`, { id });
  return thing;
}

type Kind =
  | 'directive'
  | 'round'
  | 'obligation'
  | 'unit'
  | 'content'
  | 'commendation'
  | 'reorganisation'
  | 'recognition';

/** A span that ends before it begins would answer with an empty page, as if there were nothing. */
export function refuseReversed({ from, to }: { from?: LocalDate; to?: LocalDate }): void {
  if (from !== undefined && to !== undefined && to < from)
    throw refusal('span.reversed', { from, to });
}
