/**
 * Which tables a backup holds and how, as data. A table is written anew with each backup, so that what was erased is gone
 * from it, or only what has come since (`since`). What stands in DERIVED is made again from the rest. A test finds a table
 * that stands in neither.
 */

export type Kept = {
  readonly table: string;
  /** Which rows of it. */
  readonly where?: string;
  /** Of these rows only those that are new; `$1` is what is said `by` the index of the backup before. */
  readonly since?: { readonly rows: string; readonly by: 'checkpoint' | 'takenAt' };
  /** Which rows `r` are put back at a point; `$2`: its sequence, `$3`: its instant. */
  readonly keep?: string;
  /** What is put back instead of a column of `r`. */
  readonly as?: { readonly [column: string]: string };
};

/**
 * What an entry has caused belongs to that entry, whenever it came: the cursor of whoever asks stands behind it, and
 * nobody asks again. What nobody's entry has caused: what was received by the point.
 */
const RECEIVED = `CASE WHEN r.caused_by ~ '@[0-9]+$' THEN EXISTS (
    SELECT FROM ledger.entries AS e WHERE e.stream = regexp_replace(r.caused_by, '@[0-9]+$', '')
      AND e.version = substring(r.caused_by FROM '@([0-9]+)$')::int)
  ELSE r.received_at <= $3::timestamptz END`;

/** Decided behind the point: waits again. */
const UNLESS_LATER = ['decided_at', 'accepted', 'rejection', 'seq', 'version', 'events'].map(
  (column) => [column, `CASE WHEN r.seq <= $2::bigint THEN r.${column} END`] as const,
);

const COMMANDS = 'work.command_log';

/** Decided ones, by the sequence of their entries: never changed again. */
export const DECIDED: Kept = {
  table: COMMANDS,
  keep: `r.seq <= $2::bigint OR ${RECEIVED}`,
  as: Object.fromEntries(UNLESS_LATER),
};

/** In the order in which they are put back; `ledger.entries` come before them, decided commands after the first. */
export const KEPT: readonly Kept[] = [
  { table: COMMANDS, where: 'decided_at IS NULL', keep: RECEIVED },
  { table: 'ledger.signing_keys', keep: 'r.first_size <= $2::bigint' },
  {
    table: 'ledger.checkpoints',
    since: { rows: 'size > $1::bigint', by: 'checkpoint' },
    keep: 'r.size <= $2::bigint',
  },
  {
    table: 'ledger.cosignatures',
    // Committed a little later than they are stamped.
    since: { rows: `came_at >= $1::timestamptz - interval '1 day'`, by: 'takenAt' },
    keep: 'r.size <= $2::bigint',
  },
  { table: 'ledger.restores' },
  // The read tables are made anew from the first entry on.
  {
    table: 'work.cursors',
    where: `consumer <> 'projector'`,
    as: { seq: 'least(r.seq, $2::bigint)' },
  },
  { table: 'work.erasable' },
  { table: 'work.dead_letters' },
  { table: 'work.mail_messages' },
  {
    table: 'work.mail_items',
    keep: `EXISTS (SELECT FROM ledger.entries AS e WHERE e.stream = regexp_replace(r.entry, '@[0-9]+$', '')
             AND e.version = substring(r.entry FROM '@([0-9]+)$')::int)`,
  },
  {
    table: 'work.mail_reports',
    // Whose command has gone is asked again, under the same id.
    as: {
      asked_at: `CASE WHEN EXISTS (SELECT FROM work.command_log AS c WHERE c.id = r.command_id) THEN r.asked_at END`,
    },
  },
];

/** Its rows are listed with each backup; bytes lie in files of their own, by their hash. */
export const CONTENT = 'work.content';
export const ENTRIES = 'ledger.entries';

export const DERIVED: readonly string[] = [
  // In the index.
  'work.deployment',
  'work.migrations',
  // Grown again by the checkpointer.
  'ledger.tree',
  // Folded from the entries.
  'work.wakeups',
  // Of processes that run.
  'work.leases',
];
