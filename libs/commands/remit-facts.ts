/** What the record says about whose a command's matter is: who issued the directive named, and whose a personal value is. */
import {
  aboveOf,
  actingAt,
  actingUnit,
  commendationStream,
  directiveStream,
  kindOfStream,
  officeDay,
  valueOf,
  type CommendationState,
  type DirectiveState,
  type Instant,
  type OrgState,
  type ReportedAwards,
} from '../domain';
import type { Ledger } from '../ledger';

type From = {
  readonly contents: Pick<Ledger, 'streamsNaming'>;
  readonly stateOf: (stream: string) => Promise<unknown>;
  readonly org: OrgState;
  readonly at: Instant;
};

type Facts = {
  readonly issuer?: string | undefined;
  readonly holders?: readonly (readonly string[])[];
};

export async function remitFacts(
  { type, data }: { readonly type: string; readonly data: unknown },
  from: From,
): Promise<Facts> {
  if (type === 'RecordAwards') {
    return { issuer: await issuerOf((data as ReportedAwards).directive, from) };
  }
  if (type !== 'ErasePersonalValue') return {};
  const { token } = data as { readonly token: string };
  const streams = await from.contents.streamsNaming(token);
  return { holders: await Promise.all(streams.map((stream) => holdersOf(stream, token, from))) };
}

async function issuerOf(id: string | null, { stateOf }: From): Promise<string | undefined> {
  if (id === null || kindOfStream(directiveStream(id)) !== 'directive') return undefined;
  const { draft, heirs } = (await stateOf(directiveStream(id))) as DirectiveState;
  return draft === null ? undefined : actingUnit(heirs, draft.issuer);
}

/**
 * Of a commendation: who nominated and who awards. Of a contact: the unit, and those above it. In the place of whoever has
 * ended stands its heir; where none is named yet, nobody of the ended one may, for its people act no more.
 */
async function holdersOf(
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
