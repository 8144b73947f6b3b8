/**
 * Plays a drill through the real engine: tells the clock the next instant together with the acts that fall on it,
 * waits until everything that follows is decided and sent, and goes on. Interrupted, it goes on where the told clock
 * stands: an act and the instant it falls on are one transaction, and its key makes a repeat harmless.
 */
import { nextWakeup } from '../../libs/bus';
import { commandId, type WayIn } from '../../libs/commands';
import {
  consolidatedReport,
  type Instant,
  type Report,
  type RoundEvent,
  type Stored,
} from '../../libs/domain';
import { storedEvent } from '../../libs/contracts';
import type { AcceptResult, Entry, Ledger } from '../../libs/ledger';
import type { Reads } from '../../libs/readmodel';
import { failure } from '../../libs/service';
import type { DrillAct } from './drill-acts';

/** What is played. Everything here is pure: asked again after an interruption it says the same. */
export type Play = {
  /** Units, calendars and policies: they stand before the first act, one after the other. */
  readonly foundations: readonly DrillAct[];
  readonly script: readonly DrillAct[];
  /** What people do about what was recorded in a round. */
  readonly following: (stream: string, event: Stored<RoundEvent>) => readonly DrillAct[];
};

export type DrillSettings = {
  readonly ledger: Ledger;
  readonly wayIn: WayIn;
  readonly reads: Pick<Reads, 'consolidation'>;
  /** Resolves when nothing is left to do at the present instant. */
  readonly drained: () => Promise<void>;
  /** Resolves when nothing more is asked, decided or sent at it: then the clock may move, though readers are behind. */
  readonly instantDone: () => Promise<void>;
  readonly play: Play;
  readonly progress: (now: Instant) => void;
  readonly signal: AbortSignal;
};

const PAGE = 1000;
const DECISION_MS = 60_000;

export class DrillPlayer {
  private readonly agenda = createAgenda();
  /** The last entry of the ledger from which was learnt what people will do. */
  private read = 0;

  constructor(private readonly settings: DrillSettings) {}

  /** Has everything stand that the drill stands on; asked again they are the same commands. */
  async found(): Promise<void> {
    const { ledger, wayIn, drained, play } = this.settings;
    const { clock } = await ledger.deployment();
    if (clock !== 'told') throw new Error('a drill is played on a told clock');
    await this.refuseOtherPlay();
    for (const act of play.foundations) {
      await refuseRefusals(ledger, [await wayIn.submit(requestOf(act))]);
    }
    await drained();
    const now = await ledger.now();
    this.agenda.add(play.script, now);
    await this.learn(now);
  }

  /** Acts before the told clock are not asked any more: they must have been asked by this very script. */
  private async refuseOtherPlay(): Promise<void> {
    const { ledger, play } = this.settings;
    const now = await ledger.now();
    const first = play.script.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
    if (first === undefined || first.at > now) return;
    if ((await ledger.commandRecord(commandId(first.actor, first.key))) !== null) return;
    throw failure(
      'drill.another',
      `this data folder holds another drill: its clock stands at ${now}, and "${first.key}" of ${first.at} was never asked`,
      'start with --fresh to play this one from its beginning, or set DONDOC_DATA_DIR to another folder',
    );
  }

  /** Answers at how many instants it stopped. */
  async playUntil(until: Instant): Promise<number> {
    const { ledger, wayIn, drained, instantDone, progress, signal } = this.settings;
    let now = await ledger.now();
    let steps = 0;
    for (; now < until; steps += 1) {
      signal.throwIfAborted();
      const next = earliest([this.agenda.next(), await nextWakeup(ledger), until]);
      now = next < now ? now : next;
      const acts = await this.drafted(this.agenda.take(now));
      const asked = await wayIn.submitAt(now, acts.map(requestOf));
      await instantDone();
      await refuseRefusals(ledger, asked);
      await this.learn(now);
      progress(now);
    }
    await drained();
    return steps;
  }

  /** A consolidated report is what the engine drafts from what is accepted so far, handed in as it is. */
  private async drafted(acts: readonly DrillAct[]): Promise<readonly DrillAct[]> {
    if (!acts.some(({ consolidates }) => consolidates !== undefined)) return acts;
    await this.settings.drained();
    const drafted: DrillAct[] = [];
    for (const act of acts) drafted.push(await this.consolidated(act));
    return drafted;
  }

  private async consolidated(act: DrillAct): Promise<DrillAct> {
    const { ledger, reads } = this.settings;
    if (act.consolidates === undefined) return act;
    const draft = await reads.consolidation(act.consolidates, await ledger.now());
    if (draft === null) throw new Error(`${act.key}: ${act.consolidates} is no obligation`);
    const { sha256 } = await ledger.putContent(
      Buffer.from(JSON.stringify(draft)),
      'application/json',
    );
    const { report, ...rest } = act.data as { readonly report: Report };
    return {
      ...act,
      data: { ...rest, report: { ...report, ...consolidatedReport(draft, sha256) } },
    };
  }

  /** Learns from the ledger what was opened and drafted since, and what people will do about it. */
  private async learn(now: Instant): Promise<void> {
    const { ledger } = this.settings;
    for (;;) {
      const entries = await ledger.entriesAfter(this.read, PAGE);
      for (const entry of entries) this.agenda.add(this.following(entry), now);
      this.read = entries.at(-1)?.seq ?? this.read;
      if (entries.length < PAGE) return;
    }
  }

  private following({ envelope, stream }: Entry): readonly DrillAct[] {
    const event = storedEvent(envelope);
    if (event === null) return [];
    return this.settings.play.following(stream, event as Stored<RoundEvent>);
  }
}

/** The script asks only what is possible: a refusal is a fault of the script or of the engine, and ends the drill. */
async function refuseRefusals(ledger: Ledger, asked: readonly AcceptResult[]): Promise<void> {
  const records = await Promise.all(
    asked.map(({ commandId }) => ledger.awaitOutcome(commandId, DECISION_MS)),
  );
  for (const [at, record] of records.entries()) {
    if (record?.outcome?.accepted) continue;
    const rejection = JSON.stringify(record?.outcome?.rejection);
    throw failure(
      'drill.refused',
      record === null
        ? `command ${asked[at]?.commandId} of the drill was not decided within ${DECISION_MS / 1000} s`
        : `the drill's ${record.type} in ${record.stream} was refused: ${rejection}`,
      'look at the log of the services, then start again: the drill goes on where it stands',
    );
  }
}

function earliest(instants: readonly (Instant | null)[]): Instant {
  return instants.filter((instant) => instant !== null).sort()[0]!;
}

function requestOf({ key: idempotencyKey, type, stream, data, actor }: DrillAct) {
  return { idempotencyKey, type, stream, data, actor };
}

/** Acts by instant. What lies at or before the clock was asked in the transaction that moved it there. */
function createAgenda() {
  const byInstant = new Map<Instant, DrillAct[]>();
  return {
    add(acts: readonly DrillAct[], now: Instant): void {
      for (const act of acts) {
        if (act.at <= now) continue;
        const there = byInstant.get(act.at);
        if (there) there.push(act);
        else byInstant.set(act.at, [act]);
      }
    },
    next(): Instant | null {
      return [...byInstant.keys()].sort()[0] ?? null;
    },
    take(at: Instant): DrillAct[] {
      const acts = byInstant.get(at) ?? [];
      byInstant.delete(at);
      return acts.sort((a, b) => (a.key < b.key ? -1 : 1));
    },
  };
}
