/**
 * Evidence for an auditor, as one zip that is written while it is sent. Invariant: whoever got the end of the answer got all
 * of it; what fails on the way breaks the connection off, and a reader who left stops the work.
 */
import { PassThrough } from 'node:stream';
import { Controller, Get, Inject, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { QUERIES } from '../../libs/contracts';
import { refusal } from '../../libs/commands';
import { databaseFault } from '../../libs/ledger';
import type { Logger } from '../../libs/service';
import { settle, writeSettled, type EvidenceScope, type Settled } from '../../libs/evidence';
import { Accesses, type Reading } from './access';
import { ReadsOnly } from './actor';
import { LEDGER_PORT, LOGGER, type LedgerPort } from './ports';
import { Directives } from './reading';

type Asked = z.output<typeof QUERIES.evidence>;

@ApiTags('read')
@Controller('/v1/evidence')
export class EvidenceController {
  constructor(
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
    @Inject(Directives) private readonly directives: Directives,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Accesses) private readonly accesses: Accesses,
  ) {}

  @Get()
  @ReadsOnly()
  @ApiProduces('application/zip')
  async take(
    @Query({ schema: QUERIES.evidence }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const scope = await this.scopeOf(asked);
    const settled = await settle(this.ledger, scope, {
      at: asked.at,
      checkpoints: asked.checkpoint,
    }).catch(asRefusal);
    await this.accesses.record(request, readingOf(scope));
    const sink = new PassThrough();
    void this.write(settled, sink, reply);
    const disposition = `attachment; filename="${fileName(settled)}"`;
    return new StreamableFile(sink, { type: 'application/zip', disposition });
  }

  /** An answer that has begun cannot say what is wrong: the log does. */
  private async write(settled: Settled, sink: PassThrough, reply: FastifyReply): Promise<void> {
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    try {
      await writeSettled(settled, sink, { signal: left.signal });
    } catch (thrown) {
      sink.destroy(thrown as Error);
      if (left.signal.aborted) return;
      const { code } = Object(thrown) as { code?: unknown };
      this.logger.error({ err: databaseFault(thrown), code }, 'evidence was broken off');
    }
  }

  private async scopeOf({ directive, issuer, from, to }: Asked): Promise<EvidenceScope> {
    if (directive !== undefined) {
      return { kind: 'directive', directive: await this.directives.idOf(directive, issuer) };
    }
    return from === undefined ? { kind: 'all' } : { kind: 'range', from, to: to! };
  }
}

/** What the asker can do something about, in words of the contracts. */
function asRefusal(thrown: unknown): never {
  const { code, params } = Object(thrown) as {
    code?: unknown;
    params?: Parameters<typeof refusal>[1];
  };
  if (typeof code === 'string' && code.startsWith('evidence.')) throw refusal(code, params);
  throw thrown;
}

/** `evidence-d-07-14546.zip` */
function fileName({ scope, checkpoint }: Settled): string {
  return `evidence-${nameOf(scope).replaceAll(/[^\w.-]/g, '_')}-${checkpoint.size}.zip`;
}

function readingOf(scope: EvidenceScope): Reading {
  const reading = { what: 'evidence' as const, subject: nameOf(scope) };
  if (scope.kind === 'directive') return { ...reading, directive: scope.directive };
  return scope.kind === 'all' ? reading : { ...reading, range: { from: scope.from, to: scope.to } };
}

function nameOf(scope: EvidenceScope): string {
  if (scope.kind === 'directive') return scope.directive;
  return scope.kind === 'all' ? 'all' : `${scope.from}-${scope.to}`;
}
