/** Recognition by body and year: reads only. */
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { PATHS, QUERIES } from '../../libs/contracts';
import { ReadsOnly } from './actor';
import { READS_PORT } from './ports';
import { Directives, found, Units } from './reading';
import type { Reads } from '../../libs/readmodel';

type OfYear = z.output<(typeof PATHS)['recognitionYear']>;
type Listed = z.output<(typeof QUERIES)['recognitionLists']>;

@ApiTags('read')
@Controller('/v1')
export class RecognitionReads {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(Directives) private readonly directives: Directives,
    @Inject(Units) private readonly units: Units,
  ) {}

  @Get('/recognition')
  @ReadsOnly()
  async years(
    @Query({ schema: QUERIES.recognition }) asked: z.output<(typeof QUERIES)['recognition']>,
  ) {
    const { issuer, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    const authority = await this.units.ifNamed(asked.authority);
    const unit = await this.units.ifNamed(asked.unit);
    return this.reads.recognitionYears({ ...rest, directive, authority, unit });
  }

  @Get('/recognition/:authority/:year')
  @ReadsOnly()
  async year(
    @Param({ schema: PATHS.recognitionYear })
    { authority, year }: z.output<(typeof PATHS)['recognitionYear']>,
    @Query({ schema: QUERIES.none }) _none: unknown,
  ) {
    const unit = await this.units.idOf(authority);
    const asked = await this.reads.recognitionYear(unit, year);
    return found(asked, 'recognition', `${unit} ${year}`);
  }

  @Get('/recognition/:authority/:year/subjects')
  @ReadsOnly()
  async subjects(
    @Param({ schema: PATHS.recognitionYear }) of: OfYear,
    @Query({ schema: QUERIES.recognitionSubjects })
    asked: z.output<(typeof QUERIES)['recognitionSubjects']>,
  ) {
    return this.reads.recognitionSubjects({ ...asked, ...(await this.of(of)) });
  }

  @Get('/recognition/:authority/:year/called')
  @ReadsOnly()
  async called(
    @Param({ schema: PATHS.recognitionYear }) of: OfYear,
    @Query({ schema: QUERIES.recognitionLists }) paging: Listed,
  ) {
    return this.reads.recognitionCalled({ ...paging, ...(await this.of(of)) });
  }

  @Get('/recognition/:authority/:year/classifications')
  @ReadsOnly()
  async classifications(
    @Param({ schema: PATHS.recognitionYear }) of: OfYear,
    @Query({ schema: QUERIES.recognitionLists }) paging: Listed,
  ) {
    return this.reads.recognitionClassifications({ ...paging, ...(await this.of(of)) });
  }

  private async of({ authority, year }: OfYear): Promise<OfYear> {
    return { authority: await this.units.idOf(authority), year };
  }
}
