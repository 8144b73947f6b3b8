/** The directive under which something is told of a year of recognition is looked up once, at the way in. */
import { deciderOf } from '../domain';
import { recognitionFacts } from './recognition-facts';

const STATES: { readonly [stream: string]: unknown } = {
  'directive/d-1': { draft: {}, heirs: [] },
};
const stateOf = (stream: string) => Promise.resolve(STATES[stream] ?? deciderOf(stream).initial);

const factsOf = (type: string, directive: string | null) =>
  recognitionFacts({ type, data: { directive } }, stateOf);

test.each(['RecordRecognitionResult', 'SetRecognitionTarget'])(
  '%s: it is there or not',
  async (type) => {
    expect(await factsOf(type, 'd-1')).toEqual({ directiveKnown: true });
    expect(await factsOf(type, 'd-khong-co')).toEqual({ directiveKnown: false });
    expect(await factsOf(type, 'd-1/round/report~2018')).toEqual({ directiveKnown: false });
    expect(await factsOf(type, null)).toEqual({});
  },
);

test('of any other command nothing is looked up', async () => {
  expect(await factsOf('RegisterForRecognition', 'd-9')).toEqual({});
});
