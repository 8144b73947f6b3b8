/**
 * Reading as of a point in time: which entry an asked instant or number means, and the reads as of it. A request says
 * `?asOf=`; without it the present is read.
 */
import {
  createParamDecorator,
  Inject,
  Injectable,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '../../libs/commands';
import { asOfOf } from '../../libs/contracts';
import type { Instant } from '../../libs/domain';
import { PROJECTOR_CONSUMER, type AsOfPlace, type Reads } from '../../libs/readmodel';
import { LEDGER_PORT, READS_PORT, type LedgerPort } from './ports';

const PAST = 'dondoc:past';

/** A read that may be asked as of a point in time. */
export const ReadsPast = () => SetMetadata(PAST, true);
export const PAST_MARK = PAST;

export type ReadsThen = ReturnType<Reads['at']>;
export type PastReading = FastifyRequest & { readsThen?: ReadsThen };

/** The reads as of the point in time that is asked about; those of the present without one. */
export const Then = createParamDecorator(
  (_data: unknown, context: ExecutionContext): ReadsThen =>
    context.switchToHttp().getRequest<PastReading>().readsThen!,
);

@Injectable()
export class Past {
  constructor(
    @Inject(READS_PORT) private readonly reads: Reads,
    @Inject(LEDGER_PORT) private readonly ledger: LedgerPort,
  ) {}

  /** The place that a text means; null when it means none, which its schema then refuses. */
  async placeOf(text: string, now: Instant): Promise<AsOfPlace | null> {
    const asked = asOfOf(text);
    if (asked === null) return null;
    if ('seq' in asked) return this.entry(asked.seq);
    // What is still to come is not known: the present is as late as can be asked.
    const instant = asked.instant < now ? asked.instant : now;
    const last = await this.reads.lastRecorded(instant);
    if (last !== null) return { ...last, instant };
    const first = await this.reads.firstRecorded();
    throw refusal('as-of.before-everything', { instant, first: first?.recordedAt ?? now });
  }

  private async entry(seq: number): Promise<AsOfPlace> {
    const last = await this.ledger.cursor(PROJECTOR_CONSUMER);
    const [entry] = seq <= last ? await this.ledger.entriesAfter(seq - 1, 1) : [];
    if (entry === undefined) throw refusal('as-of.not-yet', { seq, last });
    const { id, recordedat, time } = entry.envelope;
    return { seq, entry: id, recordedAt: recordedat, at: time, instant: recordedat };
  }
}
