/**
 * One round live, due in seconds, by real Temporal timers: the worker is killed outright over one rung, the Temporal
 * server is stopped over the due time and another. Every rung and every mail comes once; what came late says how late.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { storedEvent } from '../../libs/contracts';
import {
  roundStream,
  type DeliveryRecord,
  type PlannedRung,
  type RoundEvent,
} from '../../libs/domain';
import { opening, rung, submission } from '../integration/support/round-commands';
import { until } from '../integration/support/until';
import { LiveOffice, type RunningApp } from './support/live-office';

type Reached = Extract<RoundEvent, { type: 'RungReached' }>['data'];

const STREAM = roundStream({ directive: 'd-04', duty: 'report', period: '2018', shard: 0 });
/** What two busy cores may take from a timer to the instant on the event. */
const IN_TIME_MS = 3_000;

/** Seconds after the opening. */
const LADDER: readonly (Omit<PlannedRung, 'at'> & { readonly after: number })[] = [
  { id: 'T-3', after: 3, kind: 'reminder', audience: 'focal' },
  { id: 'T-2', after: 6, kind: 'reminder', audience: 'focal' },
  { id: 'T-1', after: 14, kind: 'reminder', audience: 'focal' },
  { id: 'T+1', after: 18, kind: 'letter', audience: 'head' },
  { id: 'T+3', after: 32, kind: 'escalation', audience: 'superior' },
];
const DUE_AFTER = 17;
const after = (id: string): number => LADDER.find((it) => it.id === id)?.after ?? NaN;

let office: LiveOffice;
let notifier: RunningApp;

beforeAll(async () => {
  office = await LiveOffice.open();
}, 60_000);
afterAll(() => office.close(), 60_000);

test('every rung comes once and in time, or late by as long as a part was down', async () => {
  const worker = await office.start('worker');
  [notifier] = await Promise.all([office.start('notifier'), office.start('reactor')]);
  await office.register('nga-son', 'tinh-gia', 'sam-son', 'ca-thanh-hoa');
  const openedAt = Date.now();
  const at = (seconds: number) => new Date(openedAt + seconds * 1_000).toISOString();
  const rungs = LADDER.map(({ after: seconds, ...rest }) => rung(rest.id, at(seconds), rest));
  const open = opening(STREAM, { dueAt: at(DUE_AFTER), rungs });
  await office.wayIn.ask([{ ...open, effectiveAt: at(0), causedBy: null }]);

  await reachedOnce('T-3');
  await worker.end('SIGKILL');
  const first = submission(STREAM, 'sam-son');
  await office.ledger.accept([first]);
  await past(at(after('T-2')));
  const again = await office.start('worker');

  await reachedOnce('T-1');
  await office.stopTemporal();
  const second = submission(STREAM, 'tinh-gia');
  const [receipt] = await office.ledger.accept([second]);
  expect(receipt).toMatchObject({ result: 'accepted' });
  await past(at(after('T+1')));
  const temporalAgain = new Date().toISOString();
  await office.startTemporal();
  await reachedOnce('T+3');

  const reached = await rungsReached();
  expect(
    reached.map((it) => [
      it.rung,
      it.issued,
      it.skipped.map(({ unit, reason }) => `${unit} ${reason}`),
    ]),
  ).toEqual([
    ['T-3', ['nga-son', 'tinh-gia', 'sam-son'], []],
    ['T-2', ['nga-son', 'tinh-gia'], ['sam-son submitted']],
    ['T-1', ['nga-son', 'tinh-gia'], ['sam-son submitted']],
    ['T+1', ['nga-son'], ['tinh-gia submitted', 'sam-son submitted']],
    ['T+3', ['nga-son'], ['tinh-gia submitted', 'sam-son submitted']],
  ]);
  const late = Object.fromEntries(
    reached.map((it) => [it.rung, Date.parse(it.issuedAt) - Date.parse(it.at)]),
  );
  for (const id of ['T-3', 'T-1', 'T+3']) {
    expect(late[id]).toBeGreaterThanOrEqual(0);
    expect(late[id]).toBeLessThan(IN_TIME_MS);
  }
  const issuedAt = (id: string) => reached.find((it) => it.rung === id)?.issuedAt ?? '';
  expect(issuedAt('T-2') >= at(after('T-2')) && issuedAt('T-2') < at(after('T-1'))).toBe(true);
  expect(issuedAt('T+1') > temporalAgain && issuedAt('T+1') < at(after('T+3'))).toBe(true);
  expect(again.runsSince < at(after('T-1'))).toBe(true);
  for (const act of [first, second]) {
    const record = await office.ledger.commandRecord(act.id);
    expect(record).toMatchObject({ outcome: { accepted: true, events: ['ReportSubmitted'] } });
    expect((record?.effectiveAt ?? '') < at(DUE_AFTER)).toBe(true);
  }
});

test('by timers of Temporal, in one run that outlived its worker and its server', async () => {
  const pasts = await office.pasts(STREAM);
  expect(pasts).toHaveLength(1);
  expect(pasts[0]?.failedTasks).toEqual([]);
  expect(pasts[0]?.count('timerFired')).toBeGreaterThanOrEqual(3);
});

test('every mail is handed in once, and recorded once as sent', async () => {
  const expected = [
    ...['round-opened', 'T-3', 'T-2', 'T-1'].map((about) => `nga-son ${about} sent`),
    ...['round-opened', 'T-3', 'T-2', 'T-1'].map((about) => `tinh-gia ${about} sent`),
    ...['round-opened', 'T-3'].map((about) => `sam-son ${about} sent`),
    ...['T+1', 'T+3'].map((about) => `ca-thanh-hoa ${about} sent`),
  ];
  await until('every delivery is recorded', async () => {
    return (await deliveries()).length >= expected.length;
  });
  await notifier.end('SIGTERM');
  const recorded = await deliveries();
  expect(recorded.map(({ unit, about, outcome }) => `${unit} ${about} ${outcome}`).sort()).toEqual(
    expected.sort(),
  );
  const handedIn = office.mail.received.map(({ messageId }) => messageId).sort();
  expect(handedIn).toEqual(recorded.map(({ messageId }) => messageId).sort());
  expect(new Set(handedIn).size).toBe(expected.length);
});

async function deliveries(): Promise<DeliveryRecord[]> {
  const entries = await office.ledger.entriesOfStream(`${STREAM}/delivery`);
  return entries.flatMap(({ envelope }) => {
    const event = storedEvent(envelope);
    return event === null ? [] : (event.data as { deliveries: DeliveryRecord[] }).deliveries;
  });
}

async function rungsReached(): Promise<Reached[]> {
  const entries = await office.ledger.entriesOfStream(STREAM);
  return entries.flatMap(({ envelope }) => {
    const event = storedEvent(envelope);
    return event?.type === 'RungReached' ? [event.data as Reached] : [];
  });
}

async function reachedOnce(id: string): Promise<void> {
  await until(`${id} is reached`, async () => (await rungsReached()).some((it) => it.rung === id));
}

/** The wall clock is what this test is about. */
async function past(instant: string): Promise<void> {
  await pause(Math.max(0, Date.parse(instant) - Date.now()));
}
