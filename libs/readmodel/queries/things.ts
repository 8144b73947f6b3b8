/** What a changed thing is called: a directive by its symbol, a round by its title and period, an obligation by its unit. */
import type { Text } from '../../domain';
import { rowsOf, type Db } from '../db';
import { unitNames } from './unit-names';
import type { Compared } from './compared';

export type Thing = {
  readonly kind: Compared['kind'] | 'report';
  readonly row: { readonly [column: string]: unknown };
};

type Titled = { readonly id: string; readonly title: Text; readonly label: Text | null };

export async function namesOfThings(db: Db, things: readonly Thing[]) {
  const of = (column: string) => [
    ...new Set(things.flatMap(({ row }) => (row[column] as string | undefined) ?? [])),
  ];
  const symbols = new Map(
    (
      await rowsOf<{ id: string; symbol: string | null }>(
        db,
        `SELECT directive_id AS id, symbol FROM read.directives WHERE directive_id = ANY($1)`,
        [of('directive_id')],
      )
    ).map(({ id, symbol }) => [id, symbol]),
  );
  const rounds = new Map(
    (
      await rowsOf<Titled>(
        db,
        `SELECT round_id AS id, title, period -> 'label' AS label FROM read.rounds WHERE round_id = ANY($1)`,
        [of('round_id')],
      )
    ).map((it) => [it.id, roundName(it)]),
  );
  const units = await unitNames(db, of('unit'));
  return ({ kind, row }: Thing): { readonly name: Text; readonly symbol: string | null } => {
    const symbol = symbols.get(row.directive_id as string) ?? null;
    const round = rounds.get(row.round_id as string) ?? both(row.round_id ?? '');
    return { name: nameOf({ kind, row }, { symbol, round, units }), symbol };
  };
}

function roundName({ title, label }: Titled): Text {
  if (label === null) return title;
  return { vi: `${title.vi}, ${label.vi}`, en: `${title.en}, ${label.en}` };
}

function nameOf(
  { kind, row }: Thing,
  known: {
    readonly symbol: string | null;
    readonly round: Text;
    readonly units: { readonly [unit: string]: Text };
  },
): Text {
  const { symbol, round, units } = known;
  switch (kind) {
    case 'directive':
      return both(symbol ?? row.directive_id);
    case 'duty':
      return (row.duty as { title?: Text }).title ?? both(row.duty_id);
    case 'plannedRound':
      return both(`${String(row.duty_id)}, ${String(row.period_id)}`);
    case 'round':
      return round;
    case 'rung':
      return joined(round, String(row.rung));
    case 'obligation':
    case 'report':
      return units[row.unit as string] ?? both(row.unit);
    case 'review':
      return both(`${String(row.review)}`);
    case 'conclusion':
      return both(row.text);
    case 'judgement':
      return both(row.task);
  }
}

const both = (text: unknown): Text => ({ vi: String(text), en: String(text) });
const joined = (one: Text, other: string): Text => ({
  vi: `${one.vi}: ${other}`,
  en: `${one.en}: ${other}`,
});
