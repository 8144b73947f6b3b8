/** Fault × moment × laws, one row each, on one deployment. */
import { LAWS, violations } from './invariants/laws';
import { MUTATIONS, type Altered } from './invariants/mutations';
import { readSnapshot, type Snapshot } from './invariants/snapshot';
import { ROWS } from './rows';
import { Office } from './support/office';
import { Stage } from './support/stage';

const OPENED_WITHIN_MS = 120_000;

let stage: Stage;
let office: Office;

beforeAll(async () => {
  stage = await Stage.open({ deploymentId: 'faults', kafka: false });
  office = new Office(stage);
  await office.registerPolicies();
  await office.registerUnits();
}, OPENED_WITHIN_MS);
afterAll(() => stage?.close(), OPENED_WITHIN_MS);

test.each(ROWS)('$fault, $moment', async ({ play }) => {
  await play({ stage, office });
  await stage.drained();
  expect(violations(await readSnapshot(stage, office))).toEqual([]);
});

/** Last: on what all of that has left behind. */
describe('the laws find', () => {
  let sound: Snapshot;
  beforeAll(async () => {
    sound = await readSnapshot(stage, office);
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
