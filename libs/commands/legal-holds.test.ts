/** Which holds stand against an erasure: of directives that commend the person, or whose own streams name the value. */
import { deciderOf, type CommendationState, type DirectiveState } from '../domain';
import { holdsAgainst } from './legal-holds';

const TOKEN = `pii:${'a'.repeat(64)}`;
const by = { id: 'kt-1', role: 'auditor', unit: null } as const;
const hold = (n: number) => ({ hold: n, reason: 'x', document: null, by, at: '2026-01-01' });
const directive = (id: string, ...standing: number[]) =>
  ({
    ...(deciderOf(`directive/${id}`).initial as DirectiveState),
    ...{ id, legalHolds: { placed: 2, standing: standing.map(hold) } },
  }) satisfies DirectiveState;
const commending = (part: object) => part as unknown as CommendationState;

const STATES: { readonly [stream: string]: unknown } = {
  'directive/d-1': directive('d-1', 1, 2),
  'directive/d-2': directive('d-2', 1),
  'directive/d-3': directive('d-3'),
  'commendation/k-1': commending({ nomination: { directive: 'd-1' }, reported: null }),
  'commendation/k-2': commending({ nomination: null, reported: { directive: 'd-2' } }),
  'commendation/k-3': commending({ nomination: { directive: 'd-3' }, reported: null }),
  'commendation/k-4': commending({ nomination: { directive: null }, reported: null }),
};

const against = async (naming: readonly string[], under: readonly string[] = []) =>
  holdsAgainst(TOKEN, {
    contents: {
      streamsEverHeld: async () => ['directive/d-1', 'directive/d-2', 'directive/d-3'],
      streamsNaming: async () => naming,
      isNamedUnder: async (stream) => under.includes(stream),
    },
    stateOf: async (stream) => STATES[stream],
  });

test.each([
  [['commendation/k-1'], [], [['d-1', [1, 2]]]],
  [['commendation/k-2', 'org'], [], [['d-2', [1]]]],
  [['commendation/k-3'], [], []],
  [['commendation/k-4', 'org'], [], []],
  [['org'], ['directive/d-2'], [['d-2', [1]]]],
  [['org'], ['directive/d-3'], []],
])('named in %s and under %s: %j', async (naming, under, held) => {
  const found = await against(naming, under);
  expect(found.map(({ directive: id, holds }) => [id, holds])).toEqual(held);
});
