import { ACK, book, directive, duty, stated } from './testing/fixture';
import { plan } from './plan';

const STREAM = 'directive/d-07';
const ADHOC = duty({
  id: 'adhoc',
  kind: 'reportOnRequest',
  cadence: stated({ kind: 'onRequest' }),
  due: stated({ kind: 'workingDaysAfter', from: 'request', days: 2 }),
});

describe('a report asked for', () => {
  const asked = (dueDate: string | null, at: string) =>
    plan(
      { type: 'RequestReport', stream: STREAM, data: { duty: 'adhoc', dueDate, reason: 'r' } },
      directive([ADHOC]),
      book(),
      at,
    );

  test('is due at the due hour of the day named, or by the duty’s own rule', () => {
    expect(asked('2018-04-02', '2018-04-02T12:00:00.000Z')).toEqual({
      dueAt: '2018-04-02T10:00:00.000Z',
    });
    expect(asked(null, '2018-04-02T12:00:00.000Z')).toEqual({ dueAt: '2018-04-04T10:00:00.000Z' });
  });

  test('of a duty that is unknown or lacks its due rule has no due time to tell', () => {
    const command = { type: 'RequestReport', stream: STREAM };
    const data = { duty: 'adhoc', dueDate: null, reason: 'r' };
    const at = '2018-04-02T12:00:00.000Z';
    expect(plan({ ...command, data }, directive([]), book(), at)).toBeUndefined();
    const without = directive([{ ...ADHOC, due: { grade: 'notStated' } }]);
    expect(plan({ ...command, data }, without, book(), at)).toBeUndefined();
  });
});

describe('an addressee added late', () => {
  const ROUND = {
    duty: 'ack',
    period: 'once',
    planned: {
      id: 'once',
      label: { vi: 'một lần', en: 'once' },
      from: null,
      to: null,
      closing: null,
    },
    shards: [{ shard: 0, units: ['cat-ha-noi'], superiors: [], closed: false }],
    completed: false,
  };
  const added = (unit: string, at: string) =>
    plan(
      { type: 'AddAddressee', stream: STREAM, data: { unit, reason: 'sót' } },
      directive([ACK], { rounds: { 'ack~once': ROUND } }),
      book(),
      at,
    );

  test('joins what is not due yet; what is overdue is named', () => {
    expect(added('cat-thanh-hoa', '2014-08-18T09:59:00.000Z')).toEqual({ overdue: [] });
    expect(added('cat-thanh-hoa', '2014-08-18T10:00:00.000Z')).toEqual({
      overdue: [{ duty: 'ack', period: 'once' }],
    });
  });

  test('must be a unit that is there on the day', () => {
    const unknown = { impossible: 'unit.unknown', params: { unit: 'cat-thanh-hoá' } };
    expect(added('cat-thanh-hoá', '2014-08-18T01:00:00.000Z')).toEqual(unknown);
    expect(added('cat-ha-noi', '1999-01-01T01:00:00.000Z')).toMatchObject({
      impossible: 'unit.unknown',
    });
  });
});

describe('units that a command names', () => {
  const of = (type: string, data: unknown) =>
    plan({ type, stream: STREAM, data }, directive([ACK]), book(), '2018-04-02T12:00:00.000Z');
  const unknown = { impossible: 'unit.unknown', params: { unit: 'nobody' } };

  test('must be registered: a report to an unknown unit could be accepted by nobody', () => {
    const decision = { duty: 'ack', reason: 'r' };
    expect(of('DecideValue', { ...decision, field: 'to', value: ['nobody'] })).toEqual(unknown);
    expect(of('DecideValue', { ...decision, field: 'via', value: 'nobody' })).toEqual(unknown);
    const owes = { kind: 'units', units: ['nobody'] };
    expect(of('DecideValue', { ...decision, field: 'owes', value: owes })).toEqual(unknown);
    expect(of('SetUpDuty', { duty: duty({ to: stated(['nobody']) }) })).toEqual(unknown);
  });

  test('need no plan when they are known, nor does a value without units', () => {
    const decision = { duty: 'ack', reason: 'r' };
    expect(of('DecideValue', { ...decision, field: 'to', value: ['cat-ha-noi'] })).toBeUndefined();
    const due = { kind: 'periodEnd' };
    expect(of('DecideValue', { ...decision, field: 'due', value: due })).toBeUndefined();
  });
});
