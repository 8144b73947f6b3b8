/** The directive is read for what its archive would close, and for no other command. */
import { directiveOf } from './directive-of';

const REVIEW = 'directive/d-1/review/2';
const ROUND = 'directive/d-1/round/report/2018/0';
const asked = (type: string, stream: string, data: object = {}) => {
  const read: string[] = [];
  const stateOf = (of: string) => Promise.resolve(void read.push(of));
  return directiveOf({ type, stream, data }, stateOf).then(() => read);
};

test('it is read for what people do on a review, and for what is handed in after the closing', async () => {
  for (const type of ['JudgeTask', 'RecordLesson', 'DropConclusion', 'CancelReview']) {
    expect([type, await asked(type, REVIEW)]).toEqual([type, ['directive/d-1']]);
  }
  expect(await asked('CorrectReport', ROUND)).toEqual(['directive/d-1']);
  expect(await asked('SubmitReport', ROUND, { afterClosing: true })).toEqual(['directive/d-1']);
});

test('it is not read for the engine, for reports in their time, or for the directive itself', async () => {
  expect(await asked('FreezeReviewPack', REVIEW)).toEqual([]);
  expect(await asked('SubmitReport', ROUND)).toEqual([]);
  expect(await asked('JudgeTask', 'directive/d-1')).toEqual([]);
});
