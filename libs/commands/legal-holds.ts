/** Which legal holds stand against the erasure of a personal value: those of every directive whose streams name it. */
import {
  commendationStream,
  standingHolds,
  type CommendationState,
  type DirectiveState,
  type HeldDirective,
} from '../domain';
import type { Ledger } from '../ledger';

type From = {
  readonly contents: Pick<Ledger, 'streamsNaming' | 'streamsEverHeld' | 'isNamedUnder'>;
  readonly stateOf: (stream: string) => Promise<unknown>;
};

/** Asked about for every erasure, whoever asks: a hold binds the operator too. */
export async function holdsAgainst(token: string, from: From): Promise<readonly HeldDirective[]> {
  const { contents, stateOf } = from;
  const held: HeldDirective[] = [];
  let commended: ReadonlySet<string> | null = null;
  for (const stream of await contents.streamsEverHeld()) {
    const { id, issue, ...state } = (await stateOf(stream)) as DirectiveState;
    const holds = standingHolds(state).map(({ hold }) => hold);
    if (holds.length === 0) continue;
    commended ??= await directivesCommending(token, from);
    if (!commended.has(id) && !(await contents.isNamedUnder(stream, token))) continue;
    held.push({ directive: id, symbol: issue?.symbol ?? null, holds });
  }
  return held;
}

/** A commendation is of a directive without standing under it. */
async function directivesCommending(
  token: string,
  { contents, stateOf }: From,
): Promise<ReadonlySet<string>> {
  const streams = await contents.streamsNaming(token);
  const states = await Promise.all(
    streams.filter((stream) => stream.startsWith(commendationStream(''))).map(stateOf),
  );
  const named = (states as readonly CommendationState[]).map(
    ({ nomination, reported }) => nomination?.directive ?? reported?.directive ?? null,
  );
  return new Set(named.filter((id) => id !== null));
}
