/** Rounds, obligations, their rates, what comes next, and why a unit owes by its due time: reads only. */
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { PATHS, QUERIES } from '../../libs/contracts';
import type { Instant } from '../../libs/domain';
import { ReadsOnly } from './actor';
import { ReadsPast, Then, type ReadsThen } from './past';
import { READS_PORT } from './ports';
import { Directives, found, ReadAt, refuseReversed, Units } from './reading';
import type { Reads } from '../../libs/readmodel';

type Asked<K extends keyof typeof QUERIES> = z.output<(typeof QUERIES)[K]>;
type Path<K extends keyof typeof PATHS> = z.output<(typeof PATHS)[K]>;

@ApiTags('read')
@Controller('/v1')
export class RoundReads {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(Directives) private readonly directives: Directives,
    @Inject(Units) private readonly units: Units,
  ) {}

  @Get('/rounds')
  @ReadsOnly()
  @ReadsPast()
  async rounds(
    @Query({ schema: QUERIES.rounds }) asked: Asked<'rounds'>,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    const { issuer, asOf: _asOf, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    return reads.rounds({ ...rest, directive }, now);
  }

  @Get('/rounds/:round')
  @ReadsOnly()
  @ReadsPast()
  async round(
    @Param({ schema: PATHS.round }) { round }: Path<'round'>,
    @Query({ schema: QUERIES.past }) _past: unknown,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    return found(await reads.round(round, now), 'round', round);
  }

  @Get('/obligations')
  @ReadsOnly()
  @ReadsPast()
  async obligations(
    @Query({ schema: QUERIES.obligations }) asked: Asked<'obligations'>,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    const { issuer, asOf: _asOf, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    const unit = await this.units.ifNamed(asked.unit);
    const openedFor = await this.units.ifNamed(asked.openedFor);
    return reads.obligations({ ...rest, directive, unit, openedFor }, now);
  }

  @Get('/obligations/:obligation')
  @ReadsOnly()
  @ReadsPast()
  async obligation(
    @Param({ schema: PATHS.obligation }) { obligation }: Path<'obligation'>,
    @Query({ schema: QUERIES.past }) _past: unknown,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    return found(await reads.obligation(obligation, now), 'obligation', obligation);
  }

  /** The draft of a consolidated report: edited and handed in by a person as any report is. */
  @Get('/obligations/:obligation/consolidation')
  @ReadsOnly()
  @ReadsPast()
  async consolidation(
    @Param({ schema: PATHS.obligation }) { obligation }: Path<'obligation'>,
    @Query({ schema: QUERIES.past }) _past: unknown,
    @ReadAt() at: Instant,
    @Then() reads: ReadsThen,
  ) {
    const draft = await reads.consolidation(obligation, at);
    return found(draft, 'obligation', obligation);
  }

  @Get('/rates')
  @ReadsOnly()
  @ReadsPast()
  async rates(
    @Query({ schema: QUERIES.rates }) asked: Asked<'rates'>,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    const { issuer, asOf, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    const unit = await this.units.ifNamed(asked.unit);
    const superior = await this.units.ifNamed(asked.superior);
    const at = { now, asOf: asOf === undefined ? null : now };
    return reads.rates({ ...rest, directive, unit, superior }, at);
  }

  /** Each value with whose reports are in its numerator and its denominator. */
  @Get('/indicators')
  @ReadsOnly()
  @ReadsPast()
  async indicators(
    @Query({ schema: QUERIES.indicators }) asked: Asked<'indicators'>,
    @ReadAt() at: Instant,
    @Then() reads: ReadsThen,
  ) {
    const { issuer, asOf: _asOf, ...rest } = asked;
    const directive = await this.directives.idOf(asked.directive, issuer);
    return reads.indicators({ ...rest, directive }, at);
  }

  /** Whose rate on time lies below a threshold of the issuer's own policy, and what a person decided. */
  @Get('/criticisms')
  @ReadsOnly()
  async criticisms(
    @Query({ schema: QUERIES.criticisms }) asked: Asked<'criticisms'>,
    @ReadAt() now: Instant,
  ) {
    refuseReversed(asked);
    const id = await this.directives.idOf(asked.directive, asked.issuer);
    const { issuer } = found(await this.reads.directive(id), 'directive', asked.directive);
    const { from, to } = asked;
    return this.reads.criticisms({ directive: id, issuer, from, to }, now);
  }

  @Get('/why')
  @ReadsOnly()
  @ReadsPast()
  async why(
    @Query({ schema: QUERIES.why }) asked: Asked<'why'>,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    const { round } = asked;
    const unit = await this.units.idOf(asked.unit);
    return found(await reads.why(round, unit, now), 'obligation', `${round} ${unit}`);
  }

  @Get('/upcoming')
  @ReadsOnly()
  async upcoming(@Query({ schema: QUERIES.upcoming }) asked: Asked<'upcoming'>) {
    const { issuer, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    return this.reads.upcoming({ ...rest, directive });
  }
}
