/** Whose a personal value is: of those who nominated, award or hold the contact, or of whoever took over from them. */
import { commendationDecider, type CommendationState, type OrgState, type Unit } from '../domain';
import { holdersOf } from './holders';

const TOKEN = `pii:${'a'.repeat(64)}`;
const BEFORE = '2025-06-30T02:00:00.000Z';
const AFTER = '2025-07-01T02:00:00.000Z';

const since = { from: '2010-01-01', to: null, source: 's' };
const unit = (id: string, parent: string | null, successors?: readonly string[]): Unit => ({
  ...{ id, names: [], aliases: [], kinds: [], roleClasses: [] },
  parents: [{ ...since, value: parent }],
  contacts:
    id === 'huyen'
      ? [{ role: 'focal', position: { vi: 'x', en: 'x' }, email: TOKEN, language: 'vi' }]
      : [],
  ended:
    successors === undefined
      ? null
      : { on: '2025-07-01', how: 'merged', successors, source: 'nghị quyết' },
});

const org: OrgState = {
  units: Object.fromEntries(
    [
      unit('tinh', null),
      unit('huyen', 'tinh', ['xa-moi']),
      unit('xa-moi', 'tinh'),
      unit('chia', 'tinh', ['xa-moi', 'tinh']),
    ].map((one) => [one.id, one]),
  ),
};

const nominated = (by: string, awardingBody: string) =>
  ({
    ...commendationDecider.initial,
    nominatedBy: by,
    nomination: { awardingBody },
  }) as unknown as CommendationState;

async function holders(stream: string, state: unknown, at: string) {
  const found = await holdersOf(TOKEN, {
    contents: { streamsNaming: () => Promise.resolve([stream]) },
    stateOf: () => Promise.resolve(state),
    ...{ org, at },
  });
  return found[0];
}

test('the heir of whoever nominated erases, from the day of the merger', async () => {
  const state = nominated('huyen', 'tinh');
  expect(await holders('commendation/k-1', state, BEFORE)).toEqual(['huyen', 'tinh']);
  expect(await holders('commendation/k-1', state, AFTER)).toEqual(['xa-moi', 'tinh']);
});

test('the heir of a unit holds its contacts, and so do those above either', async () => {
  expect(await holders('org', org, BEFORE)).toEqual(['huyen', 'tinh']);
  expect(await holders('org', org, AFTER)).toEqual(['xa-moi', 'tinh']);
});

test('of one that was divided nobody is the heir until he is named', async () => {
  expect(await holders('commendation/k-1', nominated('chia', 'tinh'), AFTER)).toEqual([
    'chia',
    'tinh',
  ]);
});
