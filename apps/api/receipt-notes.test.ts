/** A receipt of a link says what whoever made it should know: dates that cross, and how a report will reach the duty above. */
import { eventEnvelope } from '../../libs/contracts';
import type { CommandRecord, Entry } from '../../libs/ledger';
import { notesOf } from './receipt-notes';

const AT = '2018-04-10T02:00:00.000Z';
const STREAM = 'directive/d-1';

function receiptOf(events: readonly { type: string; data: unknown }[], id = 'c-1') {
  const command = {
    ...{ id, stream: STREAM, type: 'LinkDuty', data: {}, receivedAt: AT, effectiveAt: AT },
    actor: { id: 'p', role: 'clerk', unit: null } as const,
  };
  const by = { deploymentId: 'd', recordedAt: AT, decidersHash: 'h' };
  const entries = events.map((event, at) => {
    const place = { version: 8 + at, prevHash: 'x' };
    return { envelope: eventEnvelope(event, command, { place, cause: 7, by }) } as Entry;
  });
  const asked: unknown[] = [];
  const outcome = { accepted: true, seq: 90, version: 7, decidedAt: AT };
  const record = {
    ...{ id: 'c-1', stream: STREAM, type: 'LinkDuty', receivedAt: AT, effectiveAt: AT },
    ...{ status: 'decided', outcome: { ...outcome, events: events.map(({ type }) => type) } },
  } as CommandRecord;
  const ledger = {
    entriesOfStream: async (...range: unknown[]) => {
      asked.push(range);
      return entries;
    },
  };
  const reads = { unitNames: async () => ({}) };
  return { notes: () => notesOf(record, { ledger, reads }), asked };
}

const linked = {
  type: 'DutyLinked',
  data: {
    warning: {
      period: '2018',
      below: '2018-12-25T10:00:00.000Z',
      above: '2018-12-18T10:00:00.000Z',
    },
    manner: { reporters: 27, byItself: false },
  },
};

test('of both dates, and of the draft that a person hands in', async () => {
  const { notes, asked } = receiptOf([linked]);
  expect((await notes()).map(({ en }) => en)).toEqual([
    'Note: below it is due 17:00 on 25/12/2018, after 17:00 on 18/12/2018 above.',
    'There report 27 units: none answers by itself, a person makes the consolidated draft and hands it in.',
  ]);
  expect(asked).toEqual([[STREAM, 7, 8]]);
});

test('of a value decided later by which the dates cross', async () => {
  const warnings = [
    {
      ...linked.data.warning,
      answers: { directive: 'd-07', duty: 'report' },
      from: { directive: 'd-04', duty: 'rollup' },
    },
  ];
  const { notes } = receiptOf([{ type: 'ValueDecided', data: { warnings } }]);
  expect((await notes()).map(({ vi }) => vi)).toEqual([
    'Lưu ý: d-04~rollup đến hạn 17:00 ngày 25/12/2018, sau d-07~report mà nó trả lời (17:00 ngày 18/12/2018).',
  ]);
});

test('is silent of other commands, and of what others did at the same versions', async () => {
  const other = receiptOf([{ type: 'DirectiveSuspended', data: {} }]);
  expect([await other.notes(), other.asked]).toEqual([[], []]);
  expect(await receiptOf([linked], 'c-2').notes()).toEqual([]);
});
