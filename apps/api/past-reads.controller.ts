/** What became different between two points in time, and one entry by its number: reads only. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { refusal, refuseUnknown, refuseWithout } from '../../libs/commands';
import { isCommandEntry, PATHS, QUERIES, shortType } from '../../libs/contracts';
import { kindOfStream, type Instant } from '../../libs/domain';
import type { Entry } from '../../libs/ledger';
import type { Differences, EntryPage, Reads } from '../../libs/readmodel';
import { actorOf, ReadsOnly } from './actor';
import { Past } from './past';
import { LEDGER_PORT, READS_PORT, SETTINGS, type DoorSettings, type LedgerPort } from './ports';
import { Directives, ReadAt, Units } from './reading';

@ApiTags('read')
@Controller('/v1')
export class PastReads {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
    @Inject(Past) private readonly past: Past,
    @Inject(Directives) private readonly directives: Directives,
    @Inject(Units) private readonly units: Units,
    @Inject(SETTINGS) private readonly settings: DoorSettings,
  ) {}

  @Get('/diff')
  @ReadsOnly()
  async diff(
    @Query({ schema: QUERIES.diff }) asked: z.output<typeof QUERIES.diff>,
    @ReadAt() now: Instant,
  ): Promise<Differences> {
    const [from, to] = [
      (await this.past.placeOf(asked.from, now))!,
      (await this.past.placeOf(asked.to, now))!,
    ];
    if (from.seq > to.seq) throw refusal('as-of.span-reversed', { from: from.seq, to: to.seq });
    const scope = {
      directive: await this.directives.ifNamed(asked.directive, asked.issuer),
      round: asked.round,
      unit: await this.units.ifNamed(asked.unit),
    };
    const ofAll = Object.values(scope).every((it) => it === undefined);
    const counts = ofAll ? await this.reads.countDifferences(from, to) : [];
    const between = { from: from.seq, to: to.seq };
    const differences = [...counts, ...(await this.reads.differences(between, scope))];
    return { from, to, differences };
  }

  /**
   * Personal values stand in it as tokens: they never entered the ledger. Who read what is for those alone who may ask for
   * the record of it.
   */
  @Get('/entries/:entry')
  @ReadsOnly()
  async entry(
    @Param({ schema: PATHS.entry }) { entry: asked }: z.output<typeof PATHS.entry>,
    @Query({ schema: QUERIES.none }) _none: unknown,
    @Req() { headers }: FastifyRequest,
  ): Promise<EntryPage> {
    const entry = await this.entryCalled(asked);
    if (entry === null) throw refusal('not-found.entry', { id: asked });
    if (kindOfStream(entry.stream) === 'access') {
      refuseUnknown(this.settings.mode);
      refuseWithout('access.read', actorOf(headers['x-dondoc-actor']));
    }
    const { envelope, seq } = entry;
    const ofCommand = isCommandEntry(envelope) ? envelope.data : null;
    const cause = envelope.causationid ?? null;
    return {
      ...{ seq, entry: entry.id, stream: entry.stream, version: entry.version },
      kind: ofCommand === null ? 'event' : ofCommand.rejection ? 'refusal' : 'command',
      type: shortType(envelope.type),
      ...{ at: envelope.time, recordedAt: envelope.recordedat, actor: envelope.data.actor },
      rejection: ofCommand?.rejection ?? null,
      text: (await this.reads.timelineAt(seq))?.text ?? null,
      data: isCommandEntry(envelope) ? envelope.data.command : envelope.data.body,
      causedBy:
        cause === null ? null : { entry: cause, seq: (await this.entryCalled(cause))?.seq ?? null },
      ...{ leafHash: entry.hash, prevHash: envelope.prevhash, deciders: envelope.deciders },
    };
  }

  private async entryCalled(seqOrId: string): Promise<Entry | null> {
    if (/^@?\d{1,15}$/.test(seqOrId)) {
      const seq = Number(seqOrId.replace('@', ''));
      const [entry] = seq > 0 ? await this.ledger.entriesAfter(seq - 1, 1) : [];
      return entry?.seq === seq ? entry : null;
    }
    const id = /^(.+)@(\d{1,9})$/.exec(seqOrId);
    if (!id) return null;
    const version = Number(id[2]);
    const [entry] = await this.ledger.entriesOfStream(id[1]!, version, version);
    return entry?.version === version ? entry : null;
  }
}
