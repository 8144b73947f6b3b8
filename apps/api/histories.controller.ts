/** Which runs of the engine have their histories kept, and under which hashes: their bytes are contents. */
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { QUERIES, shortType } from '../../libs/contracts';
import { historiesStream, type RunHistory } from '../../libs/domain';
import { ReadsOnly } from './actor';
import { LEDGER_PORT, type LedgerPort } from './ports';

type Asked = z.output<typeof QUERIES.histories>;

/** Entries of one page, some forty runs in each. */
const PAGE = 50;

@ApiTags('read')
@Controller('/v1/histories')
export class HistoriesController {
  constructor(@Inject(LEDGER_PORT) private readonly ledger: LedgerPort) {}

  /** Straight from the ledger, in its order: there are no pages for people of these. */
  @Get()
  @ReadsOnly()
  async list(@Query({ schema: QUERIES.histories }) { day, cursor = 0, limit = PAGE }: Asked) {
    const prefix = day === undefined ? 'histories' : historiesStream(day);
    const paging = { afterSeq: cursor, limit };
    const entries = await this.ledger.entriesOfPrefixes([prefix], paging);
    const items = entries.flatMap(({ type, envelope }): readonly RunHistory[] =>
      shortType(type) === 'HistoriesRecorded' && 'body' in envelope.data
        ? (envelope.data.body as { readonly runs: readonly RunHistory[] }).runs
        : [],
    );
    return { items, next: entries.length === limit ? String(entries.at(-1)!.seq) : null };
  }
}
