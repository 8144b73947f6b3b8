/** A drill's clock: read it, move it. A live system has neither. */
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { DrillClock } from '../../libs/bus';
import { advanceSchema, QUERIES } from '../../libs/contracts';
import { Needs, ReadsOnly } from './actor';
import { DRILL_PORT, LEDGER_PORT, type LedgerPort } from './ports';
import { refusal } from '../../libs/commands';

@ApiTags('drill')
@Controller('/v1/drill')
export class DrillController {
  constructor(
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
    @Inject(DRILL_PORT) private readonly clock: DrillClock | null,
  ) {}

  @Get()
  @ReadsOnly()
  async show(@Query({ schema: QUERIES.none }) _none: unknown) {
    const [{ mode, clock, seed }, now] = await Promise.all([
      this.ledger.deployment(),
      this.ledger.now(),
    ]);
    return { mode, clock, seed, now };
  }

  @Post('/advance')
  @Needs('drill.advance')
  async advance(@Body({ schema: advanceSchema }) { to }: z.output<typeof advanceSchema>) {
    const { mode, clock } = await this.ledger.deployment();
    if (mode !== 'drill' || clock !== 'told' || this.clock === null) throw refusal('drill.only');
    const now = await this.ledger.now();
    if (to < now) throw refusal('drill.backwards', { now, to });
    return this.clock.advance(to);
  }
}
