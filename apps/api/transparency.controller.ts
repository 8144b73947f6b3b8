/**
 * The ledger as a transparency log (c2sp.org/tlog-tiles): its newest checkpoint, the tiles of its tree and its entries, so that
 * standard tools can watch it. Only what is under a signed checkpoint is handed out.
 */
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  entryBundle,
  readTile,
  TILE_HEIGHT,
  TILE_WIDTH,
  widthIn,
  type Tile,
} from '../../libs/audit';
import { PATHS, QUERIES } from '../../libs/contracts';
import { refusal } from '../../libs/commands';
import { ReadsOnly } from './actor';
import { LEDGER_PORT, type LedgerPort } from './ports';

const FOR_EVER = 'public, max-age=31536000, immutable';

@ApiTags('transparency')
@Controller()
export class TransparencyController {
  constructor(@Inject(LEDGER_PORT) private readonly ledger: LedgerPort) {}

  /** A signed note: origin, size and root, with the cosignatures of witnesses. */
  @Get('/checkpoint')
  @ReadsOnly('elsewhere')
  async checkpoint(
    @Query({ schema: QUERIES.none }) _none: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { note } = await this.latest();
    void reply.headers({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-cache',
    });
    return note;
  }

  /** `/tile/0/x001/234`, `/tile/entries/000.p/12`: hashes of 32 bytes, or entries behind their length. */
  @Get('/tile/*')
  @ReadsOnly('elsewhere')
  async tile(
    @Param({ schema: PATHS.tile }) params: z.output<typeof PATHS.tile>,
    @Query({ schema: QUERIES.none }) _none: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const path = params['*'];
    const tile = readTile(path);
    if (tile === null) throw refusal('tile.unknown', { tile: path });
    const { size } = await this.latest();
    const there = widthIn(tile, size);
    if (there < tile.width) throw refusal('tile.not-there', { tile: path, width: there, size });
    const bytes = tile.what === 'entries' ? await this.entries(tile) : await this.hashes(tile);
    void reply.headers({ 'content-type': 'application/octet-stream', 'cache-control': FOR_EVER });
    return bytes;
  }

  private async latest() {
    const latest = await this.ledger.latestCheckpoint();
    if (latest === null) throw refusal('checkpoint.none');
    return latest;
  }

  private async hashes({ level, index, width }: Tile): Promise<Buffer> {
    const first = index * TILE_WIDTH;
    const nodes = Array.from({ length: width }, (_, at) => ({
      level: TILE_HEIGHT * level,
      index: first + at,
    }));
    return Buffer.concat(await this.ledger.treeHashes(nodes));
  }

  private async entries({ index, width }: Tile): Promise<Buffer> {
    const entries = await this.ledger.entriesAfter(index * TILE_WIDTH, width);
    return entryBundle(entries.map(({ bytes }) => bytes));
  }
}
