/**
 * Plays rows one after another on one stage, and looks at all laws after each. With DONDOC_TEST_KEEP=FOLDER the stage's
 * folder, logs and all, is left there.
 */
import { join } from 'node:path';
import type { Snapshot } from './invariants/snapshot';
import { look } from './look';
import type { Row, Scene } from './rows/row';
import { Office } from './support/office';
import { Stage, type StageSettings } from './support/stage';
import { tells } from './told';

const OPENED_WITHIN_MS = 120_000;
const ROW_WITHIN_MS = 150_000;

export function playRows(settings: StageSettings, rows: readonly Row[]): () => Promise<Snapshot> {
  let scene: Scene;

  beforeAll(async () => {
    const kept = process.env.DONDOC_TEST_KEEP;
    const folder = kept ? join(kept, settings.deploymentId) : undefined;
    const stage = await Stage.open({ ...settings, folder });
    const office = new Office(stage);
    scene = { stage, office, clockWasSet: [] };
    await office.registerPolicies();
    await office.registerUnits();
  }, OPENED_WITHIN_MS);
  afterAll(() => scene?.stage.close(), OPENED_WITHIN_MS);

  const possible = rows.filter((row) => row.possible?.() !== false);
  skipLoudly(rows.filter((row) => !possible.includes(row)));

  test.each(possible)(
    '$fault, $moment',
    async ({ play, told }) => {
      const { stage } = scene;
      const before = told.map(({ by }) => stage.services[by].lines.length);
      stage.beginFault();
      await play(scene);
      expect((await look(scene, false)).broken).toEqual([]);
      const untold = told.filter((it, index) => {
        const lines = stage.services[it.by].lines.slice(before[index]);
        return !lines.some((line) => tells(line, it));
      });
      expect(untold).toEqual([]);
    },
    ROW_WITHIN_MS,
  );
  test(
    'and after all of them every read table is what the ledger gives anew',
    async () => expect((await look(scene, true)).broken).toEqual([]),
    ROW_WITHIN_MS,
  );
  return async () => (await look(scene, true)).snapshot;
}

function skipLoudly(rows: readonly Row[]): void {
  for (const { fault, moment } of rows) {
    process.stderr.write(`\n${'!'.repeat(80)}\nNOT tried on this machine: ${fault}, ${moment}\n`);
    describe.skip(fault, () => test(moment, () => undefined));
  }
}
