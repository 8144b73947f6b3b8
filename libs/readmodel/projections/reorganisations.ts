/** Change sets of units: what was decided, how far it has come as its own decider folds it, and who acts for whom. */
import {
  reorganisationDecider,
  type ReorganisationEvent,
  type ReorganisationState,
} from '../../domain';
import { projection } from '../projection';
import type { Projected } from '../projected';
import type { Rows } from '../row-writer';

export const reorganisations = projection('reorganisations', ['reorganisations', 'acting_heirs'], {
  UnitsReorganised: (rows, e) => {
    const { id, title, on, source } = e.data;
    rows.insert('reorganisations', [
      {
        reorganisation_id: id,
        seq: e.seq,
        title,
        on_date: on,
        source,
        status: 'handingOver',
        change_set: e.data,
        decided_at: e.at,
        actor: e.actor,
      },
    ]);
  },
  ReorganisationUndone: (rows, e) =>
    rows.update(
      'reorganisations',
      { undone_reason: e.data.reason, status: 'handingBack', ended_at: null },
      { reorganisation_id: e.data.id },
    ),
  ReorganisationBegun: fold,
  DirectivesListed: fold,
  HandOverNoted: fold,
  TransferNoted: fold,
  HeirDecided: fold,
  HandBackBegun: fold,
  ReorganisationAwaitsHeirs: fold,
  ReorganisationCompleted: fold,
  HandBackCompleted: fold,
  HandOverAsked: (rows, e) => {
    const { reorganisation, title, on, back, successions } = e.data;
    if (back) {
      const of = { directive_id: e.directive, reorganisation_id: reorganisation };
      rows.remove('acting_heirs', of);
      return;
    }
    const heirs = successions.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
    if (heirs.length === 0) return;
    rows.insert(
      'acting_heirs',
      heirs.map(({ from, to }) => ({
        directive_id: e.directive,
        seq: e.seq,
        reorganisation_id: reorganisation,
        title,
        on_date: on,
        from_unit: from,
        to_unit: to,
      })),
      '(directive_id, reorganisation_id, from_unit) DO UPDATE SET to_unit = excluded.to_unit',
    );
  },
});

async function fold(rows: Rows, e: Projected<ReorganisationEvent>): Promise<void> {
  const id = e.stream.replace(/^reorganisation\//, '');
  const [found] = await rows.read<{ record: ReorganisationState | null }>(
    'SELECT record FROM read.reorganisations WHERE reorganisation_id = $1',
    [id],
  );
  const before = found?.record ?? reorganisationDecider.initial;
  const record = reorganisationDecider.evolve(before, { ...e, commandId: e.entry });
  const ended = record.status === 'completed' || record.status === 'undone';
  rows.update(
    'reorganisations',
    { record, status: record.status, ended_at: ended ? e.at : null },
    { reorganisation_id: id },
  );
}
