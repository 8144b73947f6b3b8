/**
 * Plays acts on a told clock as the sample drill's player does: tells the next instant together with the acts that fall
 * on it, waits until everything is drained, learns what was opened, goes on. A refusal ends it.
 */
import { issueOfLetter, type DrillAct } from '../../../apps/standalone/drill-acts';
import type { Composition } from '../../../apps/standalone/compose';
import { nextWakeup } from '../../../libs/bus';
import { storedEvent } from '../../../libs/contracts';
import type { Instant, RoundEvent, Stored } from '../../../libs/domain';
import type { AcceptResult, Entry } from '../../../libs/ledger';
import { actsOfRound, type Opened } from './quarterly-acts';

export type PlayerParts = Pick<Composition, 'ledger' | 'wayIn' | 'drained'>;

const PAGE = 1000;
const DECIDED_WITHIN_MS = 60_000;

export class Player {
  private readonly agenda = new Map<Instant, DrillAct[]>();
  private readonly opened = new Map<string, Opened>();
  private read = 0;

  constructor(private readonly parts: PlayerParts) {}

  /** What everything else stands on, one after the other. */
  async found(acts: readonly DrillAct[]): Promise<void> {
    for (const act of acts) await this.refuseRefusals([await this.parts.wayIn.submit(asked(act))]);
    await this.parts.drained();
  }

  plan(acts: readonly DrillAct[]): void {
    for (const act of acts) this.agenda.set(act.at, [...(this.agenda.get(act.at) ?? []), act]);
  }

  /** Answers the number of instants at which it stopped. */
  async playUntil(until: Instant, signal: AbortSignal): Promise<number> {
    const { ledger, wayIn, drained } = this.parts;
    let now = await ledger.now();
    let steps = 0;
    for (; now < until; steps += 1) {
      signal.throwIfAborted();
      const instants = [...this.agenda.keys(), await nextWakeup(ledger), until];
      const next = instants.filter((it) => it !== null).sort()[0]!;
      now = next < now ? now : next;
      const acts = this.agenda.get(now) ?? [];
      this.agenda.delete(now);
      const answers = await wayIn.submitAt(now, acts.map(asked));
      await drained();
      await this.refuseRefusals(answers);
      await this.learn();
    }
    return steps;
  }

  private async learn(): Promise<void> {
    for (;;) {
      const entries = await this.parts.ledger.entriesAfter(this.read, PAGE);
      for (const entry of entries) this.learnFrom(entry);
      this.read = entries.at(-1)?.seq ?? this.read;
      if (entries.length < PAGE) return;
    }
  }

  private learnFrom({ envelope, stream }: Entry): void {
    const event = storedEvent(envelope) as Stored<RoundEvent> | null;
    if (event?.type === 'RoundOpened') {
      this.opened.set(stream, event.data);
      this.plan(actsOfRound(stream, event.data, event.at));
    } else if (event?.type === 'RungReached') {
      const round = this.opened.get(stream);
      const letter = round && issueOfLetter(round, event.data, event.at);
      if (letter) this.plan([letter]);
    }
  }

  private async refuseRefusals(answers: readonly AcceptResult[]): Promise<void> {
    for (const { commandId } of answers) {
      const record = await this.parts.ledger.awaitOutcome(commandId, DECIDED_WITHIN_MS);
      if (record?.outcome?.accepted) continue;
      const { type, stream } = record ?? {};
      const why = JSON.stringify(record?.outcome?.rejection ?? 'not decided in time');
      throw new Error(`${type} in ${stream} was refused: ${why}`);
    }
  }
}

function asked({ key: idempotencyKey, type, stream, data, actor }: DrillAct) {
  return { idempotencyKey, type, stream, data, actor };
}
