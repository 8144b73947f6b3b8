/** Directives, their report pages, timeline, register of documents and assumptions: reads only. */
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { PATHS, QUERIES } from '../../libs/contracts';
import type { Instant } from '../../libs/domain';
import { ReadsOnly } from './actor';
import { ReadsPast, Then, type ReadsThen } from './past';
import { READS_PORT } from './ports';
import { Directives, found, ReadAt, Units } from './reading';
import { refusal } from '../../libs/commands';
import type { Reads } from '../../libs/readmodel';

type Asked<K extends keyof typeof QUERIES> = z.output<(typeof QUERIES)[K]>;
type Path<K extends keyof typeof PATHS> = z.output<(typeof PATHS)[K]>;

@ApiTags('read')
@Controller('/v1')
export class DirectiveReads {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(Directives) private readonly directives: Directives,
    @Inject(Units) private readonly units: Units,
  ) {}

  @Get('/summary')
  @ReadsOnly()
  @ReadsPast()
  summary(
    @Query({ schema: QUERIES.past }) _past: unknown,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    return reads.summary(now);
  }

  /** All directives at once, of any moment. */
  @Get('/dashboard')
  @ReadsOnly()
  @ReadsPast()
  dashboard(
    @Query({ schema: QUERIES.past }) _then: unknown,
    @ReadAt() now: Instant,
    @Then() reads: ReadsThen,
  ) {
    return reads.dashboard(now);
  }

  @Get('/directives')
  @ReadsOnly()
  @ReadsPast()
  list(
    @Query({ schema: QUERIES.directives }) { asOf: _asOf, ...asked }: Asked<'directives'>,
    @Then() reads: ReadsThen,
  ) {
    return reads.directives(asked);
  }

  @Get('/directives/:directive')
  @ReadsOnly()
  @ReadsPast()
  async one(
    @Param({ schema: PATHS.directive }) { directive }: Path<'directive'>,
    @Query({ schema: QUERIES.directive }) { issuer }: Asked<'directive'>,
    @Then() reads: ReadsThen,
  ) {
    const id = await this.directives.idOf(directive, issuer);
    return found(await reads.directive(id), 'directive', directive);
  }

  @Get('/directives/:directive/reviews')
  @ReadsOnly()
  async reviews(
    @Param({ schema: PATHS.directive }) { directive }: Path<'directive'>,
    @Query({ schema: QUERIES.issuer }) { issuer }: Asked<'issuer'>,
  ) {
    return this.reads.reviews(await this.directives.idOf(directive, issuer));
  }

  @Get('/directives/:directive/reviews/:review')
  @ReadsOnly()
  @ReadsPast()
  async review(
    @Param({ schema: PATHS.review }) { directive, review }: Path<'review'>,
    @Query({ schema: QUERIES.directive }) { issuer }: Asked<'directive'>,
    @Then() reads: ReadsThen,
  ) {
    const id = await this.directives.idOf(directive, issuer);
    const answer = await reads.review(id, review);
    if (answer === null) throw refusal('review.unknown', { review });
    return answer;
  }

  @Get('/report/:directive')
  @ReadsOnly()
  @ReadsPast()
  async report(
    @Param({ schema: PATHS.directive }) { directive }: Path<'directive'>,
    @Query({ schema: QUERIES.directive }) { issuer }: Asked<'directive'>,
    @ReadAt() at: Instant,
    @Then() reads: ReadsThen,
  ) {
    const id = await this.directives.idOf(directive, issuer);
    return found(await reads.report(id, at), 'directive', directive);
  }

  @Get('/timeline')
  @ReadsOnly()
  @ReadsPast()
  async timeline(
    @Query({ schema: QUERIES.timeline }) asked: Asked<'timeline'>,
    @Then() reads: ReadsThen,
  ) {
    const { issuer, asOf: _asOf, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    const unit = await this.units.ifNamed(asked.unit);
    return reads.timeline({ ...rest, directive, unit });
  }

  @Get('/documents')
  @ReadsOnly()
  async documents(@Query({ schema: QUERIES.documents }) asked: Asked<'documents'>) {
    const { issuer, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    return this.reads.documents({ ...rest, directive });
  }

  @Get('/assumptions')
  @ReadsOnly()
  async assumptions(@Query({ schema: QUERIES.assumptions }) asked: Asked<'assumptions'>) {
    const { issuer, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    return this.reads.assumptions({ ...rest, directive });
  }
}
