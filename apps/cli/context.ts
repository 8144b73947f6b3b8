/** What every command of the line has: the API, the screen, and how a directive, a round or a unit is named. */
import { isLocalDate } from '../../libs/calendar';
import type { DirectiveDetail, ObligationRow } from '../../libs/readmodel';
import type { Client } from './client';
import { cliError, EXIT } from './client';
import type { Screen } from './screen';

export type Context = {
  readonly client: Client;
  readonly screen: Screen;
  /** `id;role;unit` of --as; without it a command acts as the unit it is about. */
  readonly actor?: string;
  readonly key?: string;
};

export function actorFor({ actor }: Context, role: string, unit = ''): string {
  return actor ?? `cli;${role};${unit}`;
}

/** A directive by id or symbol; one that several issuers used needs --issuer. */
export function directiveOf(
  { client }: Context,
  name: string,
  issuer?: string,
): Promise<DirectiveDetail> {
  return client.get<DirectiveDetail>(`/v1/directives/${encodeURIComponent(name)}`, { issuer });
}

export async function obligationOf(
  { client, screen }: Context,
  round: string,
  unit: string,
): Promise<ObligationRow> {
  const [named] = await client.all<ObligationRow>('/v1/obligations', { round, openedFor: unit });
  const [owned] = named
    ? [named]
    : await client.all<ObligationRow>('/v1/obligations', { round, unit });
  const found = owned;
  if (found) return found;
  // A round that is not there is said to be none, by the API.
  await client.get(`/v1/rounds/${encodeURIComponent(round)}`);
  const message = screen.say(
    `Đơn vị ${unit} không có nghĩa vụ trong đợt ${round}`,
    `Unit ${unit} has no obligation in round ${round}`,
  );
  throw cliError(EXIT.failed, message);
}

/** `2018-12-18T10:00:00.000Z`, `2018-12-18T17:00` (local) or `2018-12-18` (local, its beginning). */
export function instantOf(text: string): string {
  const LOCAL = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?$/;
  const match = LOCAL.exec(text);
  const written = match ? `${match[1]}T${match[2] ?? '00:00'}:00.000+07:00` : text;
  const at = Date.parse(written);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(at) || !isLocalDate(text.slice(0, 10))) {
    throw cliError(
      EXIT.usage,
      `${text}: không phải thời điểm · not a time; 2018-12-18, 2018-12-18T17:00 (UTC+7), …Z`,
    );
  }
  return new Date(at).toISOString();
}
