import { cliError, EXIT, type Client } from './client';
import { instantOf, obligationOf } from './context';
import { Screen } from './screen';

test('whether it is the round that is not there or only the unit in it is told apart', async () => {
  const out = () => undefined;
  const screen = new Screen({ lang: 'en', json: false, width: 80, out, err: out });
  const asked = (round: string) => {
    const client = {
      all: async () => [],
      get: async (path: string) => {
        if (path === '/v1/rounds/d-1~report~2018') return {};
        throw cliError(EXIT.failed, 'There is no such round');
      },
    } as unknown as Client;
    return obligationOf({ client, screen }, round, 'nga-son');
  };
  await expect(asked('d-1~report~2018')).rejects.toThrow(
    'Unit nga-son has no obligation in round d-1~report~2018',
  );
  await expect(asked('d-1~report~2031')).rejects.toThrow('There is no such round');
});

test('a local date or time is read in Vietnam, an instant as it stands', () => {
  expect(instantOf('2018-12-18')).toBe('2018-12-17T17:00:00.000Z');
  expect(instantOf('2018-12-18T17:00')).toBe('2018-12-18T10:00:00.000Z');
  expect(instantOf('2018-12-18T10:00:00.000Z')).toBe('2018-12-18T10:00:00.000Z');
});

test('what is no time is a fault of usage', () => {
  expect(() => instantOf('mai')).toThrow(expect.objectContaining({ exit: 2 }));
});

test('a day that no calendar has moves no clock', () => {
  for (const text of ['2021-02-30', '2021-02-30T08:00', '2021-13-01', '2021-02-30T00:00:00.000Z']) {
    expect(() => instantOf(text)).toThrow(expect.objectContaining({ exit: 2 }));
  }
});

test('a fault of usage says what is wrong and what is right', () => {
  expect(() => instantOf('mai')).toThrow(
    'mai: không phải thời điểm · not a time; 2018-12-18, 2018-12-18T17:00 (UTC+7), …Z',
  );
});
