/** Decisions as a decider would have made them, for tests of the book that need no rules. */
import type { Actor, Command, Decided } from '../../../libs/domain';
import type { Ledger, NewCommand, Recording } from '../../../libs/ledger';

export const at = '2018-12-18T10:00:00.000Z';
export const clerk: Actor = { id: 'p-1', role: 'focal', unit: 'nga-son' };

export const roundOf = (name: string): string => `directive/${name}/round/report/2018/0`;

export function newCommand(id: string, stream: string, more: Partial<NewCommand> = {}): NewCommand {
  return { id, stream, type: 'SubmitReport', data: { unit: 'nga-son' }, actor: clerk, ...more };
}

export function decidedOn(command: Command, events = 1): Decided {
  return {
    command,
    decision: {
      ok: true,
      events: Array.from({ length: events }, (_, n) => ({
        type: 'ReportSubmitted',
        data: { unit: 'nga-son', n },
      })),
    },
  };
}

export function refused(command: Command): Decided {
  const rejection = { code: 'round.closed', params: { unit: 'nga-son' } };
  return { command, decision: { ok: false, rejection } };
}

export function recordingOf(
  stream: string,
  expected: number,
  decided: readonly Decided[],
): Recording {
  return { stream, expected, decided, nextAt: null, queue: 'queue-1', decidersHash: 'deciders-1' };
}

type RecordedOne = {
  readonly id: string;
  readonly stream: string;
  readonly nextAt?: string | null;
  /** The unit its event speaks of. */
  readonly names?: string;
};

/** Accepts one command and records what waits in its stream. */
export async function recordOne(
  ledger: Ledger,
  { id, stream, nextAt = null, names }: RecordedOne,
): Promise<void> {
  await ledger.accept([newCommand(id, stream)]);
  const { version, waiting } = await ledger.load(stream);
  await ledger.record({
    ...recordingOf(
      stream,
      version,
      waiting.map((one) => (names === undefined ? decidedOn(one) : naming(decidedOn(one), names))),
    ),
    nextAt,
  });
}

function naming(decided: Decided, unit: string): Decided {
  if (!decided.decision.ok) return decided;
  const events = decided.decision.events.map(({ type }) => ({ type, data: { unit } }));
  return { ...decided, decision: { ok: true, events } };
}
