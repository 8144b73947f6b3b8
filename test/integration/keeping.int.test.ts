/**
 * What is kept: a legal hold keeps personal values from being erased, an erasure breaks no proof, and what is recorded under a
 * concluded directive is its whole case file.
 */
import { carryOutErasures } from '../../apps/reactor/erasures';
import { brokenAt, leafHash, rootOfLeaves } from '../../libs/audit';
import { createWayIn, decideStream, type WayIn } from '../../libs/commands';
import { shortType } from '../../libs/contracts';
import { deciderOf, step, type Actor, type Command, type Loaded } from '../../libs/domain';
import * as the from '../../libs/domain/round/testing';
import { ACK, CLERK, DRAFT, LEADER } from '../../libs/domain/testing/directive-07';
import { OPERATOR, SYSTEM } from '../../libs/domain/testing/scene';
import type { Ledger } from '../../libs/ledger';
import { createReads, type Reads } from '../../libs/readmodel';
import { keepValue } from './support/kept-value';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';
import { STORY } from './support/readmodel-story';

const DIRECTIVE = 'directive/d-04';
const AUDITOR: Actor = { id: 'kt-1', role: 'auditor', unit: null };
const HOLD = { reason: 'đang có khiếu nại', document: '3/TB-TTr' };
const REASON = 'người được nêu tên yêu cầu';

let database: ReadmodelDatabase;
let reads: Reads;
let api: Ledger;
let wayIn: WayIn;
let asked = 0;

beforeAll(async () => {
  database = await readmodelDatabase('keeping', '2014-08-01T00:00:00.000Z');
  reads = createReads(database.pool);
  api = database.ledgerAs('dondoc_api');
  wayIn = createWayIn(api);
  await life(DIRECTIVE, [
    ['RegisterDirective', { draft: DRAFT, duties: [ACK] }, CLERK],
    ['IssueDirective', ISSUE, LEADER],
    ['ConfirmIssue', { number: 7, symbol: ISSUE.symbol, series: 's' }, SYSTEM],
  ]);
  const data = { ...REPORTED, subjects: { ...REPORTED.subjects, value: [person('Trần Canary')] } };
  expect(await ask('commendation/k-1', 'RecordAwards', data)).toBe('accepted');
});
afterAll(() => database.drop());

const ISSUE = { symbol: '07/CT-BCA-V28', date: '2014-08-15', signer: DRAFT.signer };
const notStated = { grade: 'notStated' };
const person = (name: string) => ({ kind: 'individual', name, unit: null, position: null });
const REPORTED = {
  ...{ directive: 'd-04', title: { vi: 'Khen', en: 'Commended' }, forms: notStated },
  ...{ awardingBodies: notStated, when: notStated, split: notStated, source: null },
  subjects: { grade: 'stated', value: [] as unknown[], quote: 'q', place: 'p' },
};

const at = '2018-11-30T01:00:00.000Z';
async function life(stream: string, acts: readonly (readonly [string, object, Actor])[]) {
  const times = { receivedAt: at, effectiveAt: at };
  const waiting = acts.map(([type, data, actor], n) => {
    return { id: `${n}`, stream, type, data, actor, ...times };
  });
  await play(stream, waiting);
}

/** Each act with what time itself does before it; answers the version. */
async function play(stream: string, acts: readonly Command[]): Promise<void> {
  const decider = deciderOf(stream);
  let loaded: Loaded<unknown> = { state: decider.initial, version: 0 };
  for (const act of acts) {
    const done = step(decider, loaded, { waiting: [act], now: act.effectiveAt }, stream);
    expect(done.decided.filter(({ decision }) => !decision.ok)).toEqual([]);
    await database.record(stream, done.decided, loaded.version);
    loaded = done.loaded;
  }
  await database.projectNew();
}

async function ask(stream: string, type: string, data: unknown, actor: Actor = OPERATOR) {
  asked += 1;
  const request = { stream, type, data, actor, idempotencyKey: `k${asked}` };
  const { commandId } = await wayIn.submit(request);
  await decideStream(database.ledger, stream, { decidersHash: 'test' });
  await database.projectNew();
  const { outcome } = (await database.ledger.commandRecord(commandId))!;
  return outcome?.rejection?.code ?? (outcome?.accepted ? 'accepted' : 'waiting');
}

const token = async () =>
  ((await reads.commendation('k-1'))!.subjects[0] as { readonly name: string }).name;
const erase = (of: string) => ask('erasure', 'ErasePersonalValue', { token: of, reason: REASON });

describe('while a legal hold stands', () => {
  test('it is shown with its number, who placed it and by which document', async () => {
    expect(await ask(DIRECTIVE, 'PlaceLegalHold', HOLD, AUDITOR)).toBe('accepted');
    expect(await reads.directive('d-04')).toMatchObject({
      legalHolds: [{ hold: 1, ...HOLD, by: AUDITOR }],
      retention: null,
    });
  });

  test('nobody erases a person named under the directive, the operator neither, and the refusal names the hold', async () => {
    const known = await token();
    expect(await erase(known)).toBe('personal.held');
    const [entry] = (await database.ledger.entriesOfStream('erasure')).slice(-1);
    expect(entry!.envelope.data).toMatchObject({
      command: { plan: { holds: [{ directive: 'd-04', symbol: '07/CT-BCA-V28', holds: [1] }] } },
    });
    expect((await api.reveal([known])).get(known)).toBe('Trần Canary');
  });

  test('an address to which its mail went is kept as well; any other value is not', async () => {
    const mailed = await keepValue(database.owner, 'can-bo@example.vn');
    const sent = { messageId: 'm1', unit: 'cat-a', recipient: mailed, channel: 'mail' };
    const outcome = { about: 'T-7', causes: [], outcome: 'sent', attempts: 1, at, detail: null };
    await life(`${DIRECTIVE}/round/ack/once/0/delivery`, [
      ['RecordDeliveries', { deliveries: [{ ...sent, ...outcome }] }, SYSTEM],
    ]);
    expect(await erase(mailed)).toBe('personal.held');
    expect(await erase(await keepValue(database.owner, 'khac@example.vn'))).toBe('accepted');
  });
});

test('once it is released the value is erased, and every proof made before still holds', async () => {
  const release = { hold: 1, reason: 'đã giải quyết' };
  expect(await ask(DIRECTIVE, 'ReleaseLegalHold', release, LEADER)).toBe('hold.of-auditor');
  expect(await ask(DIRECTIVE, 'ReleaseLegalHold', release, AUDITOR)).toBe('accepted');
  expect((await reads.directive('d-04'))!.legalHolds).toEqual([]);
  const known = await token();
  const before = await database.ledger.entriesAfter(0, 10_000);
  const root = rootOfLeaves(before.map(({ bytes }) => leafHash(bytes)));
  expect(await erase(known)).toBe('accepted');
  const erasures = await database.ledger.entriesOfStream('erasure');
  await carryOutErasures(database.ledgerAs('dondoc_reactor'), erasures);
  expect(await api.reveal([known])).toEqual(new Map());
  const after = await database.ledger.entriesAfter(0, 10_000);
  const leaves = after.map(({ bytes }) => leafHash(bytes));
  expect(after.length).toBe(before.length + 2);
  expect(rootOfLeaves(leaves.slice(0, before.length))).toEqual(root);
  for (const stream of new Set(after.map((one) => one.stream))) {
    const links = after.filter((one) => one.stream === stream);
    const chain = links.map(({ bytes, version, envelope }) => {
      return { bytes, version, prevhash: envelope.prevhash };
    });
    expect([stream, brokenAt(chain)]).toEqual([stream, null]);
  }
});

test('how long the file is kept stands there once a person has decided it, with its source', async () => {
  const decided = { period: { kind: 'years', years: 20 }, reason: 'theo danh mục', source: 'DM 9' };
  expect(await ask(DIRECTIVE, 'DecideRetention', decided, LEADER)).toBe('accepted');
  expect((await reads.directive('d-04'))!.retention).toMatchObject({ ...decided, by: LEADER });
  const { items } = await reads.timeline({ directive: 'd-04' });
  expect(items.at(-1)!.text).toEqual({
    vi: 'Quyết định thời hạn bảo quản hồ sơ: 20 năm (DM 9): theo danh mục.',
    en: 'The file is kept 20 years (DM 9): theo danh mục.',
  });
});

/** docs/audit.md, "The case file after a conclusion", names the same. */
const CASE_FILE: { readonly [what: string]: readonly string[] } = {
  'the text and its values': ['DirectiveRegistered', 'DirectiveIssued'],
  'every version of a report': ['ReportSubmitted', 'ReportReturned', 'ReportWithdrawn'],
  'what was accepted': ['ReportAccepted'],
  'reports on paper': ['PaperReportEntered', 'PaperReportRejected'],
  'reminders, letters, escalations': [
    'RungReached',
    'UrgingLetterIssued',
    'TelephoneUrgingRecorded',
  ],
  'what was delivered': ['DeliveriesRecorded'],
  extensions: ['ExtensionRequested', 'ExtensionCountered', 'ExtensionGranted'],
  'refusals and explanations': ['ObligationRefused', 'ObligationUpheld', 'ExplanationGiven'],
  suspensions: ['RoundSuspended', 'RoundResumed'],
  'the end': ['RoundClosed', 'DirectiveConcluded', 'OwedAfterConclusion', 'HandedToArchive'],
  'what is kept': ['LegalHoldPlaced', 'LegalHoldReleased', 'RetentionDecided'],
};

describe('the entries under a concluded directive', () => {
  let types: ReadonlyMap<string, number>;

  beforeAll(async () => {
    const acknowledges = the.submits('nga-son', { at: the.OPENED_AT });
    await play(`${DIRECTIVE}/round/ack/once/0`, [the.opens(), acknowledges]);
    await play(`${DIRECTIVE}/round/report/2018/0`, STORY);
    expect(await ask(DIRECTIVE, 'ConcludeDirective', { reason: 'xong' }, LEADER)).toBe('accepted');
    const handed = { reason: 'đã nộp', document: '1/BB' };
    expect(await ask(DIRECTIVE, 'HandToArchive', handed, LEADER)).toBe('accepted');
    const entries = await database.ledger.entriesOfPrefixes([DIRECTIVE], { limit: 10_000 });
    const counted = new Map<string, number>();
    for (const { type } of entries)
      counted.set(shortType(type), (counted.get(shortType(type)) ?? 0) + 1);
    types = counted;
  });

  test.each(Object.entries(CASE_FILE))('hold %s', (_what, expected) => {
    expect(expected.filter((type) => !types.has(type))).toEqual([]);
  });

  test('hold every version that was handed in, and the acknowledgement', () => {
    const handedIn = ['SubmitReport', 'ConfirmPaperReport'];
    const versions = STORY.filter(({ type }) => handedIn.includes(type)).length;
    expect(types.get('ReportSubmitted')).toBe(versions + 1);
  });
});
