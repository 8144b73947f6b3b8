/** A commendation, or what is told of a year of recognition, stands under a directive that is registered, or under none. */
import { directiveDecider } from '../domain';
import { isDirectiveKnown } from './known-directive';
import { withStates } from './testing/answering';

const states: { readonly [stream: string]: unknown } = {
  'directive/d-1': { ...directiveDecider.initial, draft: { issuer: 'bo' } },
};
const asked = (type: string, directive: string | null) =>
  withStates(
    isDirectiveKnown({ type, data: { directive } }),
    (stream) => states[stream] ?? directiveDecider.initial,
  );

test.each([
  'NominateForCommendation',
  'RecordAwards',
  'RecordRecognitionResult',
  'SetRecognitionTarget',
])('%s', (type) => {
  expect(asked(type, 'd-1')).toBe(true);
  expect(asked(type, 'd-khong-co')).toBe(false);
  expect(asked(type, 'd-1/review/1')).toBe(false);
  expect(asked(type, null)).toBeUndefined();
});

test('nothing else is asked', () => {
  expect(asked('CompleteDossier', 'd-1')).toBeUndefined();
});
