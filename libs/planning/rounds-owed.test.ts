/** A rate is counted from the shards in which the unit owes something, and from no other. */
import { directiveDecider } from '../domain';
import { roundsOwed } from './rounds-owed';
import { withStates } from './testing/answering';

test('the rounds looked at are the shards that name the unit', () => {
  const shard = (of: number, units: string[]) => ({
    shard: of,
    units,
    superiors: [],
    closed: true,
  });
  const convened = {
    duty: 'report',
    period: '2018',
    planned: {} as never,
    shards: [shard(0, ['b']), shard(1, ['a'])],
    completed: true,
  };
  const state = { ...directiveDecider.initial, id: 'd-07', rounds: { 'report~2018': convened } };
  const found = withStates(roundsOwed(state, 'a'), (stream) => stream);
  expect(found).toEqual(['directive/d-07/round/report/2018/1']);
});
