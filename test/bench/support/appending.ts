/** Rounds decided and not recorded yet, and recording them: what the benches of the ledger append. */
import type { Step } from '../../../libs/domain';
import type { Ledger } from '../../../libs/ledger';
import { HandMadeRun, opensRound, streamOf, submitsReport } from './rounds';

/** Two entries each: a command and its event. */
const ACTS = 500;

export type DecidedRound = { readonly run: HandMadeRun; readonly reports: Step<unknown> };

export const streamOfRun = (run: number, round: number) => streamOf(`d-${run}-${round}`);

/** Opened, reported on by every unit, all decided; only the reports are not recorded yet. */
export async function decidedRounds(
  book: Ledger,
  run: number,
  rounds: number,
): Promise<DecidedRound[]> {
  const all: DecidedRound[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const stream = streamOfRun(run, round);
    const made = new HandMadeRun(book, stream);
    await made.act(opensRound(stream, { units: ACTS }));
    const reports = Array.from({ length: ACTS }, (_, n) => submitsReport(stream, n));
    all.push({ run: made, reports: await made.decide(...reports) });
  }
  return all;
}

/** Entries per second. */
export async function append(rounds: readonly DecidedRound[]): Promise<number> {
  const since = performance.now();
  let entries = 0;
  for (const { run, reports } of rounds) entries += await run.record(reports);
  return (entries / (performance.now() - since)) * 1_000;
}
