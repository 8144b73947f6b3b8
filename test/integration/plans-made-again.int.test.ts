/**
 * On the wall clock, with many acts at once, a plan is made a moment before its command is received, and from a stream that
 * has moved on when it is decided: the verifier makes every one again.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSigner, originOf, secretKeyText } from '../../libs/audit';
import { createWayIn, decideStream, type WayIn } from '../../libs/commands';
import { storedEvent } from '../../libs/contracts';
import { react, type Actor } from '../../libs/domain';
import {
  CLERK,
  DRAFT,
  duty,
  ON_REQUEST,
  POLICE,
  stated,
} from '../../libs/domain/testing/directive-07';
import { OPERATOR, SYSTEM } from '../../libs/domain/testing/scene';
import type { Entry, Ledger } from '../../libs/ledger';
import { decidersArchive } from '../support/deciders-archive';
import { memoryEvidence } from '../support/memory-evidence';
import { writtenBundle } from '../support/written-bundle';
import { testDatabase, type TestDatabase } from './support/ledger-database';

const VERIFY = join(__dirname, '..', '..', 'verify', 'verify.mjs');
const DEPLOYMENT = 'plans-made-again';
const STREAM = 'directive/d-07';

let database: TestDatabase;
let ledger: Ledger;
let wayIn: WayIn;
let asked = 0;
let seen = 0;

beforeAll(async () => {
  database = await testDatabase({ mode: 'drill', deploymentId: DEPLOYMENT, clock: 'wall' });
  ledger = database.ledger();
  wayIn = createWayIn(ledger);
});
afterAll(() => database.drop());

const submit = (stream: string, type: string, data: unknown, actor: Actor = OPERATOR) =>
  wayIn.submit({ stream, type, data, actor, idempotencyKey: `k-${(asked += 1)}` });

/** Everything that waits is decided, and what follows from it is asked and decided. */
async function settle(): Promise<void> {
  for (;;) {
    const waiting = await ledger.overdue(await ledger.now());
    const stamp = { decidersHash: decidersArchive().hash };
    for (const { stream } of waiting) await decideStream(ledger, stream, stamp);
    const entries = await ledger.entriesAfter(seen, 1_000);
    seen = entries.at(-1)?.seq ?? seen;
    const reactions = entries.flatMap((entry) => reactionsTo(entry));
    if (reactions.length === 0 && waiting.length === 0) return;
    await wayIn.ask(reactions);
  }
}

function reactionsTo({ id, stream, envelope }: Entry) {
  const event = storedEvent(envelope);
  if (event === null) return [];
  const { type, data, at } = event;
  return react({ id, stream, type, data, at }).map((it, n) => ({
    ...it,
    ...{ id: `r-${id}-${n}`, actor: SYSTEM, effectiveAt: at, causedBy: id },
  }));
}

const policy = (id: string, value: object) =>
  submit(`policy/${id}`, 'AdoptPolicy', {
    ...{ id, from: '2010-01-01', to: null, source: 'Nội quy', text: { vi: id, en: id }, value },
    scope: { issuer: null, documentTypes: null },
  });

const unit = (id: string, roleClasses: readonly string[]) => ({
  ...{ id, name: { vi: id, en: id }, aliases: [], parent: null, kind: 'police', roleClasses },
  ...{ from: '2010-01-01', source: 'Thử', contacts: [] },
});

const ladder = (hour: string) =>
  policy('ladder', {
    ...{ kind: 'ladder', hour },
    rungs: [{ id: 'T-1', kind: 'reminder', audience: 'focal', offset: { workingDays: -1 } }],
  });

async function issued(): Promise<void> {
  const units = ['bo-cong-an', 'v28'].map((id) => unit(id, []));
  const police = ['cat-thanh-hoa', 'cat-hau-giang'].map((id) => unit(id, [POLICE]));
  await submit('org', 'RegisterUnits', { units: [...units, ...police] });
  await policy('due-hour', { kind: 'dueHour', hour: '17:00' });
  await policy('rolling', { kind: 'rolling', roll: 'forward' });
  await ladder('08:00');
  await settle();
  const duties = [
    duty('ack', { due: stated({ kind: 'workingDaysAfter', from: 'issue', days: 5 }) }),
    duty('gap', {
      ...{ ...ON_REQUEST, id: 'gap' },
      due: stated({ kind: 'hoursAfter', from: 'request', hours: 24 }),
    }),
  ];
  const date = new Date().toISOString().slice(0, 10);
  const draft = { ...DRAFT, date: stated(date) };
  await submit(STREAM, 'RegisterDirective', { draft, duties }, CLERK);
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  await submit(STREAM, 'IssueDirective', { symbol: null, date, signer, urgency: 'normal' }, CLERK);
  await settle();
}

async function verified(): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-plans-'));
  try {
    const { hash, bytes } = decidersArchive();
    const entries = await ledger.entriesAfter(0, 10_000);
    const signer = fileSigner(secretKeyText(originOf(DEPLOYMENT), Buffer.alloc(32, 1), 'log'));
    const source = memoryEvidence({
      deployment: DEPLOYMENT,
      entries: entries.map((it) => it.bytes),
      keys: [{ signer, from: 1 }],
      contents: new Map([[hash, { mediaType: 'application/json', bytes }]]),
    });
    const path = join(folder, 'b.zip');
    writeFileSync(path, (await writtenBundle(source, { kind: 'all' })).zip);
    const { stdout } = spawnSync(process.execPath, [VERIFY, path, '--json'], { encoding: 'utf8' });
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('plans of acts that come all at once are made again', async () => {
  await issued();
  for (const hour of ['09:00', '10:00', '11:00']) {
    const data = { duty: 'gap', dueDate: null, reason: 'Gấp' };
    const request = () => submit(STREAM, 'RequestReport', data, CLERK);
    await Promise.all([request(), request(), ladder(hour), request(), request(), request()]);
    await settle();
  }
  const report = await verified();
  expect(report).toMatchObject({
    class: 'sound',
    fault: null,
    figures: { plansTaken: 0, plansPartly: 0, plansOther: 0 },
  });
  const { figures } = report as { figures: { plans: number } };
  // Fifteen requests, each with the planning of its round and of its convening, and the acknowledgement.
  expect(figures.plans).toBeGreaterThan(45);
});

test('so are plans of acts that waited long, and were overtaken by what they were planned by', async () => {
  const gap = (hours: number) =>
    duty('gap', { ...ON_REQUEST, due: stated({ kind: 'hoursAfter', from: 'request', hours }) });
  await submit(STREAM, 'SetUpDuty', { duty: { ...gap(48), id: 'gap' } }, CLERK);
  const data = { duty: 'gap', dueDate: null, reason: 'Gấp' };
  const requests = Array.from({ length: 60 }, () => submit(STREAM, 'RequestReport', data, CLERK));
  await Promise.all([...requests, ladder('07:00')]);
  await settle();
  expect(await verified()).toMatchObject({ class: 'sound', fault: null });
});
