/** Who read what, one row for each time. */
import { projection } from '../projection';

export const accesses = projection('accesses', ['accesses'], {
  AccessRecorded: (rows, e) => {
    const { what, subject, directive, range, values, reader, reason } = e.data;
    rows.insert('accesses', [
      {
        ...{ seq: e.seq, at: e.at, recorded_at: e.recordedAt, what, subject },
        ...{ directive_id: directive, range, shown: values, reader, reason },
      },
    ]);
  },
});
