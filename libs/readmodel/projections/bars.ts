/** Which units are barred from awards, since when and till when; and which personal values were erased by whom. */
import { projection } from '../projection';

export const bars = projection('bars', ['bars'], {
  BarRecorded: (rows, e) => {
    const { id, unit, kind, from, to, reason, source } = e.data;
    rows.insert('bars', [{ bar_id: id, unit, kind, from_day: from, to_day: to, reason, source }]);
  },
  BarLifted: (rows, e) => rows.update('bars', { to_day: e.data.on }, { bar_id: e.data.id }),
});

export const erasures = projection('erasures', ['erasures'], {
  PersonalValueErased: (rows, e) => {
    const { token, reason } = e.data;
    rows.insert('erasures', [{ token, at: e.at, actor: e.actor, reason }]);
  },
});
