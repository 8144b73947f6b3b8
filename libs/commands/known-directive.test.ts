/** A commendation, or what is told of a year of recognition, stands under a directive that is registered, or under none. */
import { directiveDecider } from '../domain';
import { isDirectiveKnown } from './known-directive';

const states: { readonly [stream: string]: unknown } = {
  'directive/d-1': { ...directiveDecider.initial, draft: { issuer: 'bo' } },
};
const asked = (type: string, directive: string | null) =>
  isDirectiveKnown({ type, data: { directive } }, (stream) =>
    Promise.resolve(states[stream] ?? directiveDecider.initial),
  );

test.each([
  'NominateForCommendation',
  'RecordAwards',
  'RecordRecognitionResult',
  'SetRecognitionTarget',
])('%s', async (type) => {
  expect(await asked(type, 'd-1')).toBe(true);
  expect(await asked(type, 'd-khong-co')).toBe(false);
  expect(await asked(type, 'd-1/review/1')).toBe(false);
  expect(await asked(type, null)).toBeUndefined();
});

test('nothing else is asked', async () => {
  expect(await asked('CompleteDossier', 'd-1')).toBeUndefined();
});
