/** Who judges under a directive is told when its file went to the archive; nobody else is. */
import { archivedAtOf } from './archived-directive';

const HANDED = '2020-05-01T02:00:00.000Z';
const REVIEW = 'directive/d-1/review/2';
const states: { readonly [stream: string]: unknown } = {
  'directive/d-1': { archive: { handedAt: HANDED } },
  'directive/d-2': { archive: { handedAt: null } },
  'directive/d-3': { archive: null },
};
const asked = (type: string, stream = REVIEW) =>
  archivedAtOf({ type, stream }, (of) => Promise.resolve(states[of]));

test('the instant stands for judgements and lessons alone, and only once the file is handed over', async () => {
  expect(await asked('JudgeTask')).toBe(HANDED);
  expect(await asked('RecordLesson')).toBe(HANDED);
  expect(await asked('DropConclusion')).toBeUndefined();
  expect(await asked('JudgeTask', 'directive/d-2/review/1')).toBeUndefined();
  expect(await asked('JudgeTask', 'directive/d-3/review/1')).toBeUndefined();
});
