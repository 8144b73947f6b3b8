/** How often the histories of closed runs are copied: what was told, else every hour, and in a drill never. */
const MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

export type HistoriesTold = {
  readonly mode: 'drill' | 'live';
  readonly historiesEvery?: string | undefined;
};

/** Milliseconds; null: never. In a drill two plays of one script have other runs, and the same streams. */
export function historiesPeriod({ mode, historiesEvery: told }: HistoriesTold): number | null {
  if (told === undefined) return mode === 'drill' ? null : MS.h;
  if (told === 'never') return null;
  return Number(told.slice(0, -1)) * MS[told.at(-1) as keyof typeof MS];
}
