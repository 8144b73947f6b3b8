/**
 * Plays the drill through the real engine: tells the clock the next instant together with the acts that fall on it,
 * waits until everything that follows is decided, projected and sent, and goes on. Interrupted, it goes on where the
 * told clock stands: an act and the instant it falls on are one transaction, and its key makes a repeat harmless.
 */
import { nextWakeup } from '../../libs/bus';
import type { WayIn } from '../../libs/commands';
import type { Instant, RoundEvent, Stored } from '../../libs/domain';
import { storedEvent } from '../../libs/contracts';
import type { AcceptResult, Entry, Ledger } from '../../libs/ledger';
import { failure } from '../../libs/service';
import { DRILL_START } from '../../samples';
import { actsOfRound, isOfDrill, issueOfLetter, scriptedActs, type DrillAct } from './drill-acts';
import { referenceActs } from './reference-data';

export type DrillSettings = {
  readonly ledger: Ledger;
  readonly wayIn: WayIn;
  /** Resolves when nothing is left to do at the present instant. */
  readonly drained: () => Promise<void>;
  /** Resolves when nothing more is asked, decided or sent at it: then the clock may move, though readers are behind. */
  readonly instantDone: () => Promise<void>;
  readonly seed: string;
  readonly until: Instant;
  readonly progress: (now: Instant) => void;
  readonly signal: AbortSignal;
};

type OpenedData = Extract<RoundEvent, { type: 'RoundOpened' }>['data'];

const PAGE = 1000;
const DECISION_MS = 60_000;

export async function playDrill(settings: DrillSettings): Promise<void> {
  const { ledger, wayIn, drained, instantDone, seed, until, progress, signal } = settings;
  const agenda = createAgenda();
  const opened = new Map<string, OpenedData>();
  let read = 0;

  /** Learns from the ledger what was opened and drafted since, and what people will do about it. */
  async function learn(now: Instant): Promise<void> {
    for (;;) {
      const entries = await ledger.entriesAfter(read, PAGE);
      for (const entry of entries) plan(entry, now);
      read = entries.at(-1)?.seq ?? read;
      if (entries.length < PAGE) return;
    }
  }

  function plan({ envelope, stream }: Entry, now: Instant): void {
    const event = storedEvent(envelope) as Stored<RoundEvent> | null;
    if (event?.type === 'RoundOpened' && isOfDrill(event.data.heading.directive)) {
      opened.set(stream, event.data);
      agenda.add(actsOfRound(seed, event.data, event.at), now);
    } else if (event?.type === 'RungReached') {
      const round = opened.get(stream);
      const letter = round && issueOfLetter(round, event.data, event.at);
      if (letter) agenda.add([letter], now);
    }
  }

  await submitReference(ledger, wayIn);
  await drained();
  let now = await ledger.now();
  agenda.add(scriptedActs(), now);
  await learn(now);
  while (now < until) {
    signal.throwIfAborted();
    const next = earliest([agenda.next(), await nextWakeup(ledger), until]);
    now = next < now ? now : next;
    const asked = await wayIn.submitAt(now, agenda.take(now));
    await instantDone();
    await refuseRefusals(ledger, asked);
    await learn(now);
    progress(now);
  }
  await drained();
}

/** Units, calendars and policies stand before the first act, one after the other; asked again they are the same commands. */
async function submitReference(ledger: Ledger, wayIn: WayIn): Promise<void> {
  const { clock } = await ledger.deployment();
  if (clock !== 'told') throw new Error('a drill is played on a told clock');
  for (const act of referenceActs(DRILL_START)) {
    const { key: idempotencyKey, type, stream, data, actor } = act;
    const accepted = await wayIn.submit({ idempotencyKey, type, stream, data, actor });
    await refuseRefusals(ledger, [accepted]);
  }
}

/** The script asks only what is possible: a refusal is a fault of the script or of the engine, and ends the drill. */
async function refuseRefusals(ledger: Ledger, asked: readonly AcceptResult[]): Promise<void> {
  const outcomes = asked.map(({ commandId }) => ledger.awaitOutcome(commandId, DECISION_MS));
  for (const [at, { commandId }] of asked.entries()) {
    const record = (await outcomes[at]) ?? null;
    const rejection = record?.outcome?.rejection;
    if (record?.outcome?.accepted) continue;
    throw failure(
      'drill.refused',
      record === null
        ? `command ${commandId} of the drill was not decided within ${DECISION_MS / 1000} s`
        : `the drill's ${record.type} in ${record.stream} was refused: ${JSON.stringify(rejection)}`,
      'look at the log of the services, then start again: the drill goes on where it stands',
    );
  }
}

function earliest(instants: readonly (Instant | null)[]): Instant {
  return instants.filter((instant) => instant !== null).sort()[0]!;
}

/** Acts by instant. What lies at or before the clock was asked in the transaction that moved it there. */
function createAgenda() {
  const byInstant = new Map<Instant, DrillAct[]>();
  return {
    add(acts: readonly DrillAct[], now: Instant): void {
      for (const act of acts) {
        if (act.at <= now) continue;
        byInstant.set(act.at, [...(byInstant.get(act.at) ?? []), act]);
      }
    },
    next(): Instant | null {
      return [...byInstant.keys()].sort()[0] ?? null;
    },
    take(at: Instant) {
      const acts = byInstant.get(at) ?? [];
      byInstant.delete(at);
      return acts
        .map(({ key: idempotencyKey, type, stream, data, actor }) => ({
          idempotencyKey,
          type,
          stream,
          data,
          actor,
        }))
        .sort((a, b) => (a.idempotencyKey < b.idempotencyKey ? -1 : 1));
    },
  };
}
