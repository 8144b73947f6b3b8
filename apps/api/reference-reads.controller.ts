/** Units, their reorganisations, policies, calendars and receipts of commands: reads only. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { changeSet, messageOf, PATHS, QUERIES, unitsIn } from '../../libs/contracts';
import type { ChangeSet } from '../../libs/domain';
import { ReadsOnly } from './actor';
import { Door } from './door';
import { ReadsPast, Then, type ReadsThen } from './past';
import { COMMANDS_PORT, READS_PORT, type CommandsPort } from './ports';
import type { Reads } from '../../libs/readmodel';
import { found, Units } from './reading';
import { refusal, type LookedAt } from '../../libs/commands';

type Asked<K extends keyof typeof QUERIES> = z.output<(typeof QUERIES)[K]>;
type Path<K extends keyof typeof PATHS> = z.output<(typeof PATHS)[K]>;

@ApiTags('read')
@Controller('/v1')
export class ReferenceReads {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(COMMANDS_PORT) private readonly commands: CommandsPort,
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
  @ReadsPast()
  units(
    @Query({ schema: QUERIES.units }) { asOf: _asOf, ...asked }: Asked<'units'>,
    @Then() reads: ReadsThen,
  ) {
    return reads.units(asked);
  }

  /** By any name it has ever had. */
  @Get('/units/:unit')
  @ReadsOnly()
  @ReadsPast()
  async unit(
    @Param({ schema: PATHS.unit }) { unit }: Path<'unit'>,
    @Query({ schema: QUERIES.past }) _past: unknown,
    @Then() reads: ReadsThen,
  ) {
    return found(await reads.unit(await this.unitsNamed.idOf(unit)), 'unit', unit);
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
  async preview(@Query({ schema: QUERIES.preview }) asked: Asked<'preview'>) {
    const { on, founding, ...rest } = asked;
    const [page, { refusal: refused }] = await Promise.all([
      this.reads.previewReorganisation(rest),
      this.refusalOf(setOf(asked.moves, { on, founding })),
    ]);
    return { ...page, refusal: refused };
  }

  /** A whole set as it would be sent, with every rule of the decision; nothing changes. */
  @Post('/reorganisations/preview')
  @HttpCode(200)
  @ReadsOnly()
  previewOfSet(@Body({ schema: changeSet }) set: ChangeSet) {
    return this.refusalOf(set);
  }

  private async refusalOf(set: LookedAt) {
    const rejection = await this.commands.refusalOfSet(set);
    if (rejection === null) return { refusal: null };
    const { code, params } = rejection;
    const names = await this.reads.unitNames(unitsIn(params));
    const { title, next } = messageOf(code, params, names);
    return { refusal: { code, title, next } };
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

/** Pairs say who ends and who takes over, and nothing of how: each is looked at as a dissolution with that successor. */
function setOf(
  moves: Asked<'preview'>['moves'],
  { on, founding = [] }: Pick<Asked<'preview'>, 'on' | 'founding'>,
): LookedAt {
  const register = founding.map((id) => ({
    ...{ id, name: { vi: id, en: id }, aliases: [], parent: null, kind: 'unit' },
    ...{ roleClasses: [], contacts: [] },
  }));
  const changes = moves.map(({ from, to }) => ({
    ...{ kind: 'dissolve' as const, unit: from },
    successors: to === null ? [] : [to],
  }));
  const words = { id: 'preview', title: 'preview', source: 'preview' };
  return { ...words, on: on ?? null, register, changes, heirs: [] };
}
