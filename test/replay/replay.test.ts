/**
 * Recorded histories replay against the present bundle: the runner takes the same steps in the same order. When the
 * steps change on purpose, record them again: see README.md beside this file.
 */
import { readFileSync } from 'node:fs';
import { Worker, type ReplayError } from '@temporalio/worker';
import { environment } from '../../libs/service';
import { builtBundle } from '../integration/support/built-bundle';
import { openEngine, quietRuntime, WALL } from '../integration/support/engine';
import { ALTERATIONS, altered, type Verdict } from './alterations';
import { readHistories, writeHistories } from './histories';
import { directiveLife, roundLife, type Recorded } from './lives';

const RECORDING = environment().DONDOC_TEST_RECORD === 'histories';

async function replay(
  workflowBundle: { readonly code: string } | { readonly codePath: string },
  histories: readonly Recorded[],
): Promise<Verdict[]> {
  quietRuntime();
  const verdicts: Verdict[] = [];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    verdicts.push(verdictOf(error));
  }
  return verdicts;
}

function verdictOf(error: ReplayError | undefined): Verdict {
  if (error === undefined) return 'the same steps';
  return error.name === 'DeterminismViolationError' ? 'other steps' : 'stuck';
}

test('what the engine does today replays, continue-as-new and timers included', async () => {
  const engine = await openEngine(WALL);
  await engine.startRunner();
  await engine.startDispatcher();
  const [round, directive] = await Promise.all([roundLife(engine), directiveLife(engine)]);
  await engine.close();
  expect(round.length).toBeGreaterThanOrEqual(2);
  const bundle = builtBundle();
  const results = await replay(bundle, [...round, ...directive]);
  expect(new Set(results)).toEqual(new Set(['the same steps']));
  if (RECORDING) writeHistories(bundle.bundleHash, { round, directive });
});

test('every recorded history replays', async () => {
  const results = await replay(builtBundle(), readHistories());
  expect(results.length).toBeGreaterThanOrEqual(3);
  expect(new Set(results)).toEqual(new Set(['the same steps']));
});

test.each(ALTERATIONS)('control: $name does not replay', async (alteration) => {
  const code = altered(readFileSync(builtBundle().codePath, 'utf8'), alteration);
  expect(await replay({ code }, readHistories())).toContain(alteration.verdict);
});
