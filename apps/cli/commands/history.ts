/**
 * `dondoc history DIRECTIVE`: what happened, line by line, each with the number of its entry; what many units did alike on
 * one day is told once.
 */
import type { TimelineRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';

export type HistoryOptions = {
  readonly issuer?: string;
  readonly full?: boolean;
  /** Up to a point in time. */
  readonly asOf?: string;
};

/** From this many alike on one day, one line tells of all. */
const ALIKE = 4;

export async function history(
  context: Context,
  name: string,
  options: HistoryOptions,
): Promise<void> {
  const { client, screen } = context;
  const { directive, symbol, issuer, issuerName } = await directiveOf(
    context,
    name,
    options.issuer,
  );
  const rows = await client.all<TimelineRow>('/v1/timeline', { directive, asOf: options.asOf });
  screen.result(rows, () => {
    screen.title(`Lịch sử thực hiện ${symbol ?? directive}`, screen.text(issuerName, issuer));
    let day = '';
    for (const group of options.full ? rows.map((row) => [row]) : grouped(screen, rows)) {
      const [date, time] = screen.time(group[0]!.at).split(' ') as [string, string];
      if (date !== day) screen.line(`\n${date}`);
      day = date;
      screen.prose(`${time}  ${textOf(context, group)} ${numbersOf(group)}`, '  ', '       ');
    }
    screen.line();
    screen.line(screen.say(`${rows.length} việc`, `${rows.length} facts`));
  });
}

/** Rows of one day that say the same of several units of one round stand together, at the first one's place. */
function grouped(screen: Context['screen'], rows: readonly TimelineRow[]): TimelineRow[][] {
  const groups = new Map<string, TimelineRow[]>();
  for (const row of rows) {
    const day = screen.time(row.at).split(' ')[0];
    const alike = row.unit === null ? `${row.seq}` : `${row.kind} ${row.type} ${row.round} ${day}`;
    const group = groups.get(alike);
    if (group) group.push(row);
    else groups.set(alike, [row]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < ALIKE ? group.map((row) => [row]) : [group],
  );
}

/** By which `dondoc entry` finds it. */
function numbersOf(group: readonly TimelineRow[]): string {
  const [first, last] = [group[0]!.seq, group.at(-1)!.seq];
  return first === last ? `[${first}]` : `[${first}…${last}]`;
}

function textOf({ screen }: Context, group: readonly TimelineRow[]): string {
  const [first] = group;
  const refusal = first!.kind === 'refusal' ? screen.say('[từ chối] ', '[refused] ') : '';
  const text = refusal + screen.text(first!.text);
  if (group.length === 1) return text;
  const others = group.length - 1;
  const last = screen.time(group.at(-1)!.at).split(' ')[1];
  return screen.say(
    `${text} (và ${others} đơn vị khác trong ngày, đến ${last})`,
    `${text} (and ${others} other units that day, until ${last})`,
  );
}
