/** When a clock counts as set, and when it is only late. */
import { ClockWatch } from './clock-watch';

const AT = Date.parse('2018-12-07T01:00:00.000Z');
const look = (watch: ClockWatch, wallMs: number, monotonicMs: number) =>
  watch.look(new Date(AT + wallMs).toISOString(), monotonicMs);

test('a clock that goes on, however late it is read, was not set', () => {
  const watch = new ClockWatch();
  for (const ms of [0, 500, 3_600_000]) expect(look(watch, ms, ms)).toBeNull();
  expect(look(watch, 3_629_000, 3_600_001)).toBeNull();
});

test.each([
  [3_600_000, 3_600],
  [-86_400_000, -86_400],
])('a clock that moves by %i ms at once was set, and once only', (byMs, bySeconds) => {
  const watch = new ClockWatch();
  look(watch, 0, 0);
  expect(look(watch, byMs + 500, 500)).toEqual({
    bySeconds,
    is: new Date(AT + byMs + 500).toISOString(),
    shouldBe: new Date(AT + 500).toISOString(),
  });
  expect(look(watch, byMs + 1_000, 1_000)).toBeNull();
});
