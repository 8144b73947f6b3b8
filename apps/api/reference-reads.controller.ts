/** Units, their reorganisations, policies, calendars and receipts of commands: reads only. */
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { PATHS, QUERIES } from '../../libs/contracts';
import { ReadsOnly } from './actor';
import { Door } from './door';
import { READS_PORT } from './ports';
import type { Reads } from '../../libs/readmodel';
import { found, Units } from './reading';
import { refusal } from '../../libs/commands';

type Asked<K extends keyof typeof QUERIES> = z.output<(typeof QUERIES)[K]>;
type Path<K extends keyof typeof PATHS> = z.output<(typeof PATHS)[K]>;

@ApiTags('read')
@Controller('/v1')
export class ReferenceReads {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(Door) private readonly door: Door,
    @Inject(Units) private readonly unitsNamed: Units,
  ) {}

  @Get('/commands/:command')
  @ReadsOnly()
  command(
    @Param({ schema: PATHS.command }) { command }: Path<'command'>,
    @Query({ schema: QUERIES.none }) _none: unknown,
  ) {
    return this.door.receipt(command);
  }

  @Get('/units')
  @ReadsOnly()
  units(@Query({ schema: QUERIES.units }) asked: Asked<'units'>) {
    return this.reads.units(asked);
  }

  @Get('/units/:unit')
  @ReadsOnly()
  async unit(
    @Param({ schema: PATHS.unit }) { unit }: Path<'unit'>,
    @Query({ schema: QUERIES.none }) _none: unknown,
  ) {
    return found(await this.reads.unit(await this.unitsNamed.idOf(unit)), 'unit', unit);
  }

  @Get('/deliveries')
  @ReadsOnly()
  deliveries(@Query({ schema: QUERIES.deliveries }) asked: Asked<'deliveries'>) {
    return this.reads.deliveries(asked);
  }

  @Get('/reorganisations')
  @ReadsOnly()
  reorganisations(@Query({ schema: QUERIES.reorganisations }) asked: Asked<'reorganisations'>) {
    return this.reads.reorganisations(asked);
  }

  @Get('/reorganisations/preview')
  @ReadsOnly()
  preview(@Query({ schema: QUERIES.preview }) asked: Asked<'preview'>) {
    return this.reads.previewReorganisation(asked);
  }

  @Get('/reorganisations/:reorganisation')
  @ReadsOnly()
  async reorganisation(
    @Param({ schema: PATHS.reorganisation }) { reorganisation }: Path<'reorganisation'>,
    @Query({ schema: QUERIES.none }) _none: unknown,
  ) {
    return found(await this.reads.reorganisation(reorganisation), 'reorganisation', reorganisation);
  }

  @Get('/policies')
  @ReadsOnly()
  policies(@Query({ schema: QUERIES.policies }) asked: Asked<'policies'>) {
    return this.reads.policies(asked);
  }

  @Get('/calendars/:calendar/:year')
  @ReadsOnly()
  async calendarYear(
    @Param({ schema: PATHS.calendarYear }) { calendar, year }: Path<'calendarYear'>,
    @Query({ schema: QUERIES.none }) _none: unknown,
  ) {
    const record = await this.reads.calendarYear(calendar, year);
    if (record === null) throw refusal('not-found.calendar', { id: calendar, year });
    return record;
  }
}
