/** Several streams at once: decided by their deciders, in touch by the reactions alone; only dates are put in by hand. */
import { deciderOf } from '../deciders';
import { foldAll, step, type Actor, type Command, type Decided, type Json } from '../kernel';
import { react } from '../reactions/react';
import { SYSTEM } from './scene';

/** The office: every stream's decisions, and a tray into which people and reactions put commands. */
export class Office {
  readonly streams = new Map<string, Decided[]>();
  private readonly tray: Command[] = [];
  private count = 0;
  /** A stream that nobody decides for now: what is asked of it waits. */
  down: (stream: string) => boolean = () => false;
  private waiting: Command[] = [];

  /** @param planFor what the way in would attach */
  constructor(
    private readonly planFor: (type: string, data: Json, at: string, stream: string) => unknown,
  ) {}

  ask(stream: string, type: string, data: Json, { at, by }: { at: string; by: Actor }): void {
    this.count += 1;
    const id = `c${String(this.count).padStart(4, '0')}`;
    const plan = this.planFor(type, data, at, stream);
    const command = { id, stream, type, data, actor: by, receivedAt: at, effectiveAt: at };
    this.tray.push(plan === undefined ? command : { ...command, plan });
    this.work(at);
  }

  state<State>(stream: string): State {
    return foldAll(deciderOf(stream), this.streams.get(stream) ?? []).state as State;
  }

  work(asOf: string): void {
    for (let command = this.tray.shift(); command; command = this.tray.shift()) {
      if (this.down(command.stream)) this.waiting.push(command);
      else this.decide(command.stream, [command], asOf);
    }
  }

  /** All is up again, at this instant: what waited is decided, as of when it was asked. */
  recovers(asOf: string): void {
    this.down = () => false;
    this.tray.push(...this.waiting.splice(0));
    this.work(asOf);
  }

  private decide(stream: string, waiting: readonly Command[], asOf: string): void {
    const decider = deciderOf(stream);
    const before = this.streams.get(stream) ?? [];
    const { decided } = step(decider, foldAll(decider, before), { waiting, now: asOf }, stream);
    this.streams.set(stream, [...before, ...decided]);
    for (const { command, decision } of decided) {
      if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.rejection)}`);
      for (const { type, data } of decision.events) {
        const event = { id: command.id, stream, type, data, at: command.effectiveAt };
        for (const asked of react(event)) {
          this.ask(asked.stream, asked.type, asked.data, { at: command.effectiveAt, by: SYSTEM });
        }
      }
    }
  }
}
