/** The rows of services killed outright; and the laws are shown what they must find. */
import { LAWS, violations } from './invariants/laws';
import { MUTATIONS, type Altered } from './invariants/mutations';
import type { Snapshot } from './invariants/snapshot';
import { playRows } from './play-rows';
import { KILLED } from './rows/killed';

const snapshot = playRows({ deploymentId: 'faults-killed', kafka: false }, KILLED);
/** Last: on what all of that has left behind. */
describe('the laws find', () => {
  let sound: Snapshot;
  beforeAll(async () => {
    sound = await snapshot();
  });

  test('nothing in a sound deployment', () => {
    expect(violations(sound)).toEqual([]);
  });

  test.each(MUTATIONS)('$title', ({ law, alter }) => {
    const altered = structuredClone(sound) as Altered;
    alter(altered);
    expect(LAWS[law]?.(altered as Snapshot)).not.toEqual([]);
  });

  test('a break of every one of them', () => {
    const bitten = new Set(MUTATIONS.map(({ law }) => law));
    expect(Object.keys(LAWS).filter((law) => !bitten.has(law))).toEqual([]);
  });
});
