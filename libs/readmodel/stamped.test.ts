/** What a projection writes by itself says by which entry it became so. */
import { stamped } from './stamped';

test('a change, a row and a row that may be there are stamped', () => {
  expect(stamped(`UPDATE read.a AS t SET b = 1 WHERE c = 2`, 7)).toBe(
    `UPDATE read.a AS t SET from_seq = 7, b = 1 WHERE c = 2`,
  );
  expect(stamped(`INSERT INTO read.a (b) VALUES ($1)`, 7)).toBe(
    `INSERT INTO read.a (from_seq, b) VALUES (7, $1)`,
  );
  expect(stamped(`INSERT INTO read.a (b) SELECT $1 ON CONFLICT (b) DO UPDATE SET c = 1`, 7)).toBe(
    `INSERT INTO read.a (from_seq, b) SELECT 7, $1 ON CONFLICT (b) DO UPDATE SET from_seq = 7, c = 1`,
  );
});

test('what cannot be stamped is refused', () => {
  expect(() => stamped(`WITH x AS (SELECT 1) UPDATE read.a SET b = 1`, 7)).toThrow('be stamped');
  expect(() => stamped(`UPDATE read.a SET b = 1`, 7.5)).toThrow('no sequence');
});
