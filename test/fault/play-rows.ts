/** Plays rows one after another on one stage, and looks at all laws after each. */
import { violations } from './invariants/laws';
import { readSnapshot, type Snapshot } from './invariants/snapshot';
import type { Row, Scene } from './rows/row';
import { Office } from './support/office';
import { Stage, type StageSettings } from './support/stage';
import { tells } from './told';

const OPENED_WITHIN_MS = 120_000;
const ROW_WITHIN_MS = 150_000;

export function playRows(settings: StageSettings, rows: readonly Row[]): () => Promise<Snapshot> {
  let scene: Scene;
  const snapshot = () => readSnapshot(scene.stage, scene.office, scene.clockWasSet);

  beforeAll(async () => {
    const stage = await Stage.open(settings);
    const office = new Office(stage);
    scene = { stage, office, clockWasSet: [] };
    await office.registerPolicies();
    await office.registerUnits();
  }, OPENED_WITHIN_MS);
  afterAll(() => scene?.stage.close(), OPENED_WITHIN_MS);

  test.each(rows)(
    '$fault, $moment',
    async ({ play, told }) => {
      const { stage } = scene;
      const before = told.map(({ by }) => stage.services[by].lines.length);
      await play(scene);
      await stage.drained();
      expect(violations(await snapshot())).toEqual([]);
      const untold = told.filter(({ by, code }, index) => {
        const lines = stage.services[by].lines.slice(before[index]);
        return !lines.some((line) => tells(line, code));
      });
      expect(untold).toEqual([]);
    },
    ROW_WITHIN_MS,
  );
  return snapshot;
}
