/** The directive is read for what its archive would close, and for no other command. */
import { directiveOf } from './directive-of';
import { withStates } from './testing/answering';

const REVIEW = 'directive/d-1/review/2';
const ROUND = 'directive/d-1/round/report/2018/0';
const asked = (type: string, stream: string, data: object = {}) => {
  const read: string[] = [];
  withStates(directiveOf({ type, stream, data }), (of) => read.push(of));
  return read;
};

test('it is read for what people do on a review, and for what is handed in after the closing', () => {
  for (const type of ['JudgeTask', 'RecordLesson', 'DropConclusion', 'CancelReview']) {
    expect([type, asked(type, REVIEW)]).toEqual([type, ['directive/d-1']]);
  }
  expect(asked('CorrectReport', ROUND)).toEqual(['directive/d-1']);
  expect(asked('SubmitReport', ROUND, { afterClosing: true })).toEqual(['directive/d-1']);
});

test('it is not read for the engine, for reports in their time, or for the directive itself', () => {
  expect(asked('FreezeReviewPack', REVIEW)).toEqual([]);
  expect(asked('SubmitReport', ROUND)).toEqual([]);
  expect(asked('JudgeTask', 'directive/d-1')).toEqual([]);
});
