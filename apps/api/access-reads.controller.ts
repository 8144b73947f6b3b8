/** Who read what: for auditors and the operator. */
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { QUERIES } from '../../libs/contracts';
import type { Reads } from '../../libs/readmodel';
import { Needs } from './actor';
import { READS_PORT } from './ports';
import { Directives } from './reading';

@ApiTags('read')
@Controller('/v1')
export class AccessReads {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(Directives) private readonly directives: Directives,
  ) {}

  @Get('/access')
  @Needs('access.read')
  async list(@Query({ schema: QUERIES.access }) asked: z.output<(typeof QUERIES)['access']>) {
    const { issuer, ...rest } = asked;
    const directive = await this.directives.ifNamed(asked.directive, issuer);
    return this.reads.accesses({ ...rest, directive });
  }
}
