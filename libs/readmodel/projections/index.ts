/**
 * All projections, in the order in which they are applied to one event: obligations and their outcomes before the
 * rungs, which ask who still awaits them; directives before the documents that quote them.
 */
import type { Db } from '../db';
import { applyEvent, type Projection } from '../projection';
import { projectedOf, type ProjectedEntry } from '../projected';
import { RowWriter } from '../row-writer';
import { accesses } from './accesses';
import { assumptions } from './assumptions';
import { bars, erasures } from './bars';
import { commendations } from './commendations';
import { deliveries } from './deliveries';
import { directives } from './directives';
import { documents } from './documents';
import { criticisms } from './criticisms';
import { dutyLinks } from './duty-links';
import { forms } from './forms';
import { keeping } from './keeping';
import { obligations } from './obligations';
import { reviews } from './reviews';
import { reorganisations } from './reorganisations';
import { recognition } from './recognition';
import { rounds } from './rounds';
import { rules } from './rules';
import { rungOutcomes } from './rung-outcomes';
import { timeline } from './timeline';
import { units } from './units';

export const PROJECTIONS: readonly Projection[] = [
  units,
  rules,
  directives,
  keeping,
  reviews,
  obligations,
  forms,
  dutyLinks,
  criticisms,
  rungOutcomes,
  rounds,
  documents,
  assumptions,
  commendations,
  bars,
  erasures,
  accesses,
  deliveries,
  reorganisations,
  recognition,
  timeline,
];

/** One projector at a time writes; whoever puts other tables in the place of the read tables holds it meanwhile. */
export const PROJECTOR_LOCK = 'SELECT pg_advisory_xact_lock(7406000, 10)';

/** The consumer under which the read model keeps its cursor. */
export const PROJECTOR_CONSUMER = 'projector';

/** Applies entries in their order. The caller's transaction also moves the cursor. */
export async function project(tx: Db, entries: readonly ProjectedEntry[]): Promise<void> {
  const rows = new RowWriter(tx);
  for (const entry of entries) {
    const projected = projectedOf(entry);
    if (projected === null) continue;
    rows.at(entry.seq);
    for (const it of PROJECTIONS) {
      if (projected.kind === 'event') await applyEvent(it, rows, projected.event);
      else it.refused?.(rows, projected.refusal);
    }
  }
  await rows.flush();
}

/** Empties every read table and puts the projector's cursor back to the beginning; run it while no projector runs. */
export async function emptyReadModel(tx: Db): Promise<void> {
  const tables = PROJECTIONS.flatMap((it) => it.tables.flatMap(withPast));
  await tx.query('BEGIN');
  try {
    await tx.query(`TRUNCATE ${tables.join(', ')}`);
    await tx.query('UPDATE work.cursors SET seq = 0 WHERE consumer = $1', [PROJECTOR_CONSUMER]);
    await tx.query('COMMIT');
  } catch (thrown) {
    await tx.query('ROLLBACK');
    throw thrown;
  }
}

/** What a table said before stands beside it, but of those that only grow. */
function withPast(table: string): string[] {
  const grows = table === 'timeline' || table === 'obligation_history';
  return grows ? [`read.${table}`] : [`read.${table}`, `read.${table}_past`];
}
