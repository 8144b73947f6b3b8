/** Plans are made once more from what stood in the ledger when the command came in, and what cannot be is said. */
import { sha256Hex } from '../../libs/audit';
import type { Json } from '../../libs/domain';
import { CLERK, stated } from '../../libs/domain/testing/directive-07';
import { OPERATOR } from '../../libs/domain/testing/scene';
import { decidersArchive } from '../support/deciders-archive';
import { playedBook, type Altering, type Book } from '../support/played-entries';
import { ALL, bundleOf, chained, D07, loose, played, signed } from './support/insider';
import { concluding, requesting, urgent } from './support/planned';
import { Verifier, type Report } from './support/verifier';

jest.setTimeout(60_000);

let verifier: Verifier;
beforeAll(() => {
  verifier = new Verifier();
});
afterAll(() => verifier.close());

test('a plan made a moment before a rule changed is sound, one made long before is not', async () => {
  const verified = async ({ entries }: Book) => verifier.verify(await signed(entries));
  const after = concluding('2014-08-23T03:00:00.000Z', true);
  expect(await verified(after)).toMatchObject({ class: 'sound' });
  const moment = concluding('2014-08-23T02:50:00.000Z', false);
  expect(await verified(moment)).toMatchObject({ class: 'sound' });
  const { class: kind, fault } = await verified(concluding('2014-08-23T02:49:59.000Z', false));
  expect(kind).toBe('plan');
  expect(fault!.en).toMatch(
    /^ConcludeDirective: archive: recorded null, the rules give \{"dueOn":"2015-08-23"/,
  );
});

test('the fault names the command, what it is about, the place and both dates', async () => {
  const { entries } = playedBook(({ type }, plan) => {
    if (type !== 'ConveneRound') return plan;
    const { schedule, ...convened } = plan as { schedule: object };
    return { ...convened, schedule: { ...schedule, dueAt: '2014-08-26T10:00:00.000Z' } };
  });
  const { fault } = await verifier.verify(await signed(entries));
  expect(fault).toMatchObject({
    id: 'directive/d-07@11',
    en: 'ConveneRound ack once: schedule.dueAt: recorded "2014-08-26T10:00:00.000Z", the rules give "2014-08-25T10:00:00.000Z"',
    vi: 'ConveneRound ack once: schedule.dueAt: đã ghi "2014-08-26T10:00:00.000Z", quy tắc cho "2014-08-25T10:00:00.000Z"',
  });
});

test('what was planned a second before it was received may name that second', async () => {
  const { entries } = requesting('2014-08-26T03:00:00.000Z');
  expect(await verifier.verify(await signed(entries))).toMatchObject({ class: 'sound' });
});

test('on a clock that is told, what waited together was planned before any of it was decided', async () => {
  const { entries } = requesting('2014-08-26T03:00:01.000Z', {
    before: (book, asked) => {
      book.ask({ ...asked, type: 'SetUpDuty', data: urgent(48) });
      const hold = { reason: 'Kiểm tra', document: null };
      const held = { ...asked, by: OPERATOR, type: 'PlaceLegalHold', data: hold };
      for (let n = 0; n < 300; n += 1) book.ask(held);
    },
  });
  const report = await verifier.verify(await signed(entries));
  expect(report).toMatchObject({ class: 'sound', figures: { refusals: 2 } });
});

/** Of two directives, one answers the other. */
function linked(): Book {
  const book = playedBook();
  const from = stated({ directive: 'd-071', duty: 'ack' });
  const data = { duty: 'ack', unit: 'cat-thanh-hoa', from, reason: 'Nêu trong văn bản' };
  const asked = { stream: 'directive/d-07', type: 'LinkDuty', by: CLERK };
  book.ask({ ...asked, data: data as unknown as Json, at: '2014-08-23T02:00:00.000Z' });
  return book;
}

const saysTaken = ({ notes }: Report) => notes.some(({ en }) => en.includes('TAKEN AS RECORDED'));

test('what rests on a stream that is not in the bundle is taken as recorded, and said', async () => {
  const { entries } = linked();
  for (const threads of ['1', '3']) {
    const whole = await verifier.verify(await signed(entries), ['--threads', threads]);
    expect(whole).toMatchObject({ class: 'sound', figures: { plans: 10, plansTaken: 0 } });
    expect(saysTaken(whole)).toBe(false);
  }
  const part = await verifier.verify(await signed(entries, D07));
  expect(part).toMatchObject({ class: 'sound', figures: { plans: 5, plansTaken: 1 } });
  expect(saysTaken(part)).toBe(true);
});

test('of a range nothing is planned again, and that is said', async () => {
  const report = await verifier.verify(await bundleOf(played, { kind: 'range', from: 1, to: 40 }));
  expect(report).toMatchObject({ class: 'sound', figures: { plans: 0, plansTaken: 4 } });
  expect(saysTaken(report)).toBe(true);
});

test('with little memory and with several threads the same is planned', async () => {
  for (const args of [
    ['--memory', '0.001'],
    ['--threads', '4'],
  ]) {
    const report = await verifier.verify(await bundleOf(played), args);
    expect(report).toMatchObject({ class: 'sound', figures: { plans: 9, plansTaken: 0 } });
  }
});

test('what takes a look through the whole ledger is taken from the plan, the rest is made with it', async () => {
  const asked = (altered?: Altering) => {
    const book = playedBook(altered);
    const data = { unit: 'v28', successors: [], on: '2014-08-23', source: 'Quyết định' };
    const at = '2014-08-23T02:00:00.000Z';
    book.ask({ stream: 'org', type: 'DissolveUnit', data, by: OPERATOR, at });
    return signed(book.entries);
  };
  const report = await verifier.verify(await asked());
  expect(report).toMatchObject({ class: 'sound', figures: { plans: 9, plansPartly: 1 } });
  expect(report.notes.map(({ en }) => en).join()).toContain('an answer taken as recorded');
  const other = await asked(({ type }, plan) =>
    type === 'DissolveUnit' ? { ...(plan as object), kin: ['v28'] } : plan,
  );
  expect(await verifier.verify(other)).toMatchObject({ class: 'plan' });
});

const sources = JSON.parse(decidersArchive().bytes.toString('utf8')) as { [path: string]: string };
function archived(changes: { [path: string]: string }) {
  const bytes = Buffer.from(JSON.stringify({ ...sources, ...changes }));
  const content = { mediaType: 'application/json', bytes };
  return { hash: sha256Hex(bytes), content };
}

test('deciders of a release before planning was archived still decide, and their plans are said to be taken', async () => {
  const { hash, content } = archived({ 'index.js': "module.exports = require('./domain');" });
  const entries = loose().map((it) => ({ ...it, deciders: hash }));
  const contents = new Map([...played.contents!, [hash, content]]);
  const report = await verifier.verify(await signed(chained(entries), ALL, { contents }));
  expect(report).toMatchObject({
    class: 'sound',
    figures: { performed: 62, plans: 0, plansTaken: 9 },
  });
  expect(saysTaken(report)).toBe(true);
});

test('a plan by the release before is sound at an upgrade, and said; by no release it is not', async () => {
  const file = 'planning/plan-archive.js';
  const { hash, content } = archived({
    [file]: sources[file]!.replace(/archive: null/, "archive: null, of: 'before'"),
  });
  const before: Altering = ({ stream, type }, plan) =>
    type === 'ConcludeDirective' && stream === 'directive/d-07'
      ? { archive: null, of: 'before' }
      : plan;
  const entries = loose({ ...played, entries: playedBook(before).entries });
  const upgraded = entries.map((it, at) => (at < 10 ? { ...it, deciders: hash } : it));
  const contents = new Map([...played.contents!, [hash, content]]);
  const report = await verifier.verify(await signed(chained(upgraded), ALL, { contents }));
  expect(report).toMatchObject({ class: 'sound', figures: { plans: 9, plansOther: 1 } });
  expect(report.notes.map(({ en }) => en).join()).toContain('another release');
  expect(await verifier.verify(await signed(chained(entries)))).toMatchObject({ class: 'plan' });
});

test.each([
  ['one stream', '1'],
  ['ever another stream', '(n += 1)'],
])('rules that ask for %s without end are stopped', async (_what, next) => {
  const { hash, content } = archived({
    'index.js': `let n = 0;
      module.exports = { ...require('./planning/rules'), needsPlan: () => true, recordedAnswer: () => null,
        *planning() { for (;;) yield { ask: 'state', stream: 'series/a/b/' + ${next} }; } };`,
  });
  const entries = loose().map((it) => ({ ...it, deciders: hash }));
  const contents = new Map([...played.contents!, [hash, content]]);
  const zip = await signed(chained(entries), ALL, { contents });
  const report = await verifier.verify(zip, ['--timeout', '0.2']);
  expect([report.class, report.fault?.en]).toEqual(['decision', expect.stringMatching(/end/)]);
});
