/** Who judges under a directive is planned by what it holds; for other commands it is not read. */
import { directiveOf } from './directive-of';

const REVIEW = 'directive/d-1/review/2';
const asked = (type: string, stream = REVIEW) => {
  const read: string[] = [];
  const stateOf = (of: string) => Promise.resolve(void read.push(of));
  return directiveOf({ type, stream }, stateOf).then(() => read);
};

test('the directive is read for judgements and lessons, and for no round', async () => {
  expect(await asked('JudgeTask')).toEqual(['directive/d-1']);
  expect(await asked('RecordLesson')).toEqual(['directive/d-1']);
  expect(await asked('CancelReview')).toEqual([]);
  expect(await asked('JudgeTask', 'directive/d-1')).toEqual([]);
});
