/** Whose a personal value is, as the record says. */
import {
  aboveOf,
  actingAt,
  commendationStream,
  officeDay,
  valueOf,
  type CommendationState,
  type Instant,
  type OrgState,
} from '../domain';
import type { Ledger } from '../ledger';

type From = {
  readonly contents: Pick<Ledger, 'streamsNaming'>;
  readonly stateOf: (stream: string) => Promise<unknown>;
  readonly org: OrgState;
  readonly at: Instant;
};

/** The bodies, by stream that names the token. */
export async function holdersOf(
  token: string,
  from: From,
): Promise<readonly (readonly string[])[]> {
  const streams = await from.contents.streamsNaming(token);
  return Promise.all(streams.map((stream) => holdersIn(stream, token, from)));
}

/**
 * Of a commendation: who nominated and who awards. Of a contact: the unit, and those above it. In the place of whoever has
 * ended stands its heir; where none is named yet, nobody of the ended one may, for its people act no more.
 */
async function holdersIn(
  stream: string,
  token: string,
  { stateOf, org, at }: From,
): Promise<readonly string[]> {
  const today = officeDay(at);
  const acting = (unit: string) => actingAt(org, unit, today) ?? unit;
  if (stream.startsWith(commendationStream(''))) {
    const state = (await stateOf(stream)) as CommendationState;
    const { nominatedBy, nomination, reported } = state;
    const told = reported === null ? [] : (valueOf(reported.awardingBodies) ?? []);
    const bodies = [nominatedBy, nomination?.awardingBody, ...told];
    return distinct(bodies.filter((one) => typeof one === 'string').map(acting));
  }
  return distinct(
    Object.values(org.units)
      .filter(({ contacts }) => contacts.some(({ email }) => email === token))
      .flatMap(({ id }) => [
        ...[acting(id), ...aboveOf(org, id, today)],
        ...aboveOf(org, acting(id), today),
      ]),
  );
}

function distinct(units: readonly string[]): readonly string[] {
  return [...new Set(units)];
}
