/** Numbering: no number twice, no gap among the numbers we allot. */
import { CLERK } from '../testing/directive-07';
import { codeOf, eventsOf, Scene, SYSTEM } from '../testing/scene';
import { seriesDecider } from './decider';

const symbolPattern = '{n}/CT-UBND';

function series() {
  const scene = new Scene(seriesDecider, 'series/ubnd-thanh-hoa/directive/2018', {
    at: '2018-04-02T01:00:00.000Z',
    by: SYSTEM,
  });
  const asked = (directive: string, number: number | null = null) => ({
    directive,
    issuer: 'ubnd-thanh-hoa',
    stated: number === null ? null : `0${number}/CT-UBND`,
    number,
    symbolPattern,
  });
  const allot = (directive: string, number: number | null = null) =>
    eventsOf(scene.ask('AllotNumber', asked(directive, number)))[0]!;
  return { scene, asked, allot };
}

test('the series allots one number after the other, written by the pattern', () => {
  const { allot } = series();
  expect(allot('d-1')).toEqual({
    type: 'NumberAllotted',
    data: {
      directive: 'd-1',
      series: 'ubnd-thanh-hoa/directive/2018',
      number: 1,
      symbol: '01/CT-UBND',
      how: 'allotted',
    },
  });
  expect(allot('d-2').data).toMatchObject({ number: 2 });
});

test('a stated number is taken as it stands and skipped when its turn comes', () => {
  const { allot } = series();
  expect(allot('d-a', 2).data).toMatchObject({ number: 2, how: 'stated', symbol: '02/CT-UBND' });
  const numbers = ['d-b', 'd-c', 'd-d'].map(
    (one) => (allot(one).data as { number: number }).number,
  );
  expect(numbers).toEqual([1, 3, 4]);
});

test('a number that another directive has is refused with its holder', () => {
  const { allot } = series();
  allot('d-1', 4);
  expect(allot('d-2', 4)).toEqual({
    type: 'NumberRefused',
    data: {
      directive: 'd-2',
      symbol: '04/CT-UBND',
      code: 'series.number-taken',
      takenBy: 'd-1',
    },
  });
});

test('a directive that asks again gets the number it has', () => {
  const { allot, scene } = series();
  const first = allot('d-1');
  expect(allot('d-1')).toEqual(first);
  expect(allot('d-2', 4)).toEqual(allot('d-2', 4));
  expect(Object.keys(scene.state.taken)).toEqual(['1', '4']);
});

test('nobody but the system asks for a number', () => {
  const { scene, asked } = series();
  expect(codeOf(scene.ask('AllotNumber', asked('d-1'), { by: CLERK }))).toBe('actor.not-allowed');
});
