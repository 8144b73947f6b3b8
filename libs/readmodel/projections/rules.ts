/** Policies with all their versions, and the years of the calendars. */
import { projection } from '../projection';

export const rules = projection('rules', ['policies', 'calendars'], {
  PolicyAdopted: (rows, e) =>
    rows.insert('policies', [
      { policy_id: e.data.id, version: e.data.version, policy: e.data, withdrawn_on: null },
    ]),
  PolicyWithdrawn: (rows, e) =>
    rows.update('policies', { withdrawn_on: e.data.on }, { policy_id: e.data.id }),
  CalendarYearAdopted: (rows, e) => {
    const { calendar, year, days, source, revision } = e.data;
    rows.insert(
      'calendars',
      [{ calendar_id: calendar, year, revision, source, days }],
      `(calendar_id, year) DO UPDATE SET revision = excluded.revision, source = excluded.source, days = excluded.days`,
    );
  },
});
