/** What was decided about low rates. */
import { projection } from '../projection';

export const criticisms = projection('criticisms', ['criticisms'], {
  CriticismDecided: (rows, e) => {
    const { unit, from, to } = e.data;
    rows.insert('criticisms', [
      {
        directive_id: e.directive,
        unit,
        from_day: from,
        to_day: to,
        decided: e.data,
        decided_by: e.actor,
        decided_at: e.at,
      },
    ]);
  },
});
