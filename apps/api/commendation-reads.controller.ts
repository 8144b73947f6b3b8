/**
 * Commendations, the shortlist and who is barred. Names of persons are filled in on the page of one commendation alone, as
 * long as they are kept; one that was erased says by whom and when.
 */
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { canonicalize } from '../../libs/audit';
import { refusal } from '../../libs/commands';
import { PATHS, QUERIES } from '../../libs/contracts';
import type { Instant } from '../../libs/domain';
import type { Reads, Shortlist } from '../../libs/readmodel';
import { Accesses } from './access';
import { Needs, ReadsOnly } from './actor';
import { ReadsPast, Then, type ReadsThen } from './past';
import { LEDGER_PORT, READS_PORT, type LedgerPort } from './ports';
import { Directives, found, ReadAt, refuseReversed, Units } from './reading';

type Asked<K extends keyof typeof QUERIES> = z.output<(typeof QUERIES)[K]>;
type Path<K extends keyof typeof PATHS> = z.output<(typeof PATHS)[K]>;

@ApiTags('read')
@Controller('/v1')
export class CommendationReads {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
    @Inject(Directives) private readonly directives: Directives,
    @Inject(Units) private readonly units: Units,
    @Inject(Accesses) private readonly accesses: Accesses,
  ) {}

  @Get('/commendations')
  @ReadsOnly()
  async list(@Query({ schema: QUERIES.commendations }) asked: Asked<'commendations'>) {
    const { issuer, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    const unit = await this.units.ifNamed(asked.unit);
    const awardingBody = await this.units.ifNamed(asked.awardingBody);
    return this.reads.commendations({ ...rest, directive, unit, awardingBody });
  }

  @Get('/commendations/:commendation')
  @ReadsOnly()
  async one(
    @Param({ schema: PATHS.commendation }) { commendation: id }: Path<'commendation'>,
    @Query({ schema: QUERIES.none }) _none: unknown,
    @Req() request: FastifyRequest,
  ) {
    const page = found(await this.reads.commendation(id), 'commendation', id);
    const tokens = page.subjects.flatMap((it) => ('name' in it && !it.erased ? [it.name] : []));
    const names = await this.ledger.reveal(tokens);
    if (names.size > 0) {
      const { directive } = page;
      const reading = { what: 'personal' as const, subject: id, directive, values: names.size };
      await this.accesses.record(request, reading);
    }
    const subjects = page.subjects.map((it) =>
      'name' in it && !it.erased ? { ...it, shown: names.get(it.name) ?? null } : it,
    );
    return { ...page, subjects };
  }

  @Get('/bars')
  @ReadsOnly()
  async bars(@Query({ schema: QUERIES.bars }) asked: Asked<'bars'>) {
    const unit = await this.units.ifNamed(asked.unit);
    return this.reads.bars({ ...asked, unit });
  }

  @Get('/shortlist')
  @ReadsOnly()
  @ReadsPast()
  shortlist(
    @Query({ schema: QUERIES.shortlist }) asked: Asked<'shortlist'>,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    return this.listed(reads, asked, now);
  }

  /** Taken: kept as it was shown, under the hash that a nomination may cite. */
  @Post('/shortlist')
  @Needs('commendation.nominate')
  async take(@Body({ schema: QUERIES.takenShortlist }) asked: Asked<'takenShortlist'>) {
    const shortlist = await this.listed(this.reads, asked, await this.ledger.now());
    const bytes = Buffer.from(canonicalize(shortlist), 'utf8');
    return { ...(await this.ledger.putContent(bytes, 'application/json')), shortlist };
  }

  private async listed(
    reads: ReadsThen,
    asked: Asked<'takenShortlist'>,
    now: Instant,
  ): Promise<Shortlist> {
    refuseReversed(asked);
    const id = await this.directives.idOf(asked.directive, asked.issuer);
    const directive = found(await reads.directive(id), 'directive', id);
    const { symbol, issuer, issuedOn } = directive;
    const to = asked.to ?? LAST_DAY;
    const from = asked.from ?? issuedOn ?? FIRST_DAY;
    const question = { directive: id, symbol, issuer, from, to, now };
    const shortlist = await reads.shortlist(question);
    if (shortlist === null) throw refusal('policy.none-in-force', { kind: 'shortlist' });
    return shortlist;
  }
}

/** Nothing that is not due by now is counted: without an end the span ends now. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2200-12-31';
