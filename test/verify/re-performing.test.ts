/** Decisions are made once more: by the version that made them, with little memory, in several threads, behind a wall. */
import { sha256Hex } from '../../libs/audit';
import { decidersArchive } from '../support/deciders-archive';
import type { MemoryContent } from '../support/memory-evidence';
import {
  ALL,
  bundleOf,
  chained,
  isCommand,
  loose,
  played,
  renumbered,
  signed,
  type Loose,
} from './support/insider';
import { ROUND, at } from './support/says';
import { Verifier } from './support/verifier';

jest.setTimeout(60_000);

let verifier: Verifier;
beforeAll(() => {
  verifier = new Verifier();
});
afterAll(() => verifier.close());

const archiveOf = (sources: object): [string, MemoryContent] => {
  const bytes = Buffer.from(JSON.stringify(sources));
  return [sha256Hex(bytes), { mediaType: 'application/json', bytes }];
};
const sources = JSON.parse(decidersArchive().bytes.toString('utf8')) as { [path: string]: string };
/** A later release that decides alike. */
const [later, laterContent] = archiveOf({ ...sources, 'later.js': '' });

function withLater(entries: readonly Loose[], isLater: (entry: Loose, at: number) => boolean) {
  const stamped = entries.map((it, n) => (isLater(it, n) ? { ...it, deciders: later } : it));
  const contents = new Map([...played.contents!, [later, laterContent]]);
  return signed(chained(stamped), ALL, { contents });
}

test('a later version folds the stream from its beginning', async () => {
  const zip = await withLater(loose(), ({ streamversion }) => streamversion > 6);
  expect(await verifier.verify(zip)).toMatchObject({ class: 'sound', figures: { performed: 62 } });
});

test('two versions may take turns in one stream', async () => {
  const turns = new Map<string, boolean>();
  let isOdd = false;
  const zip = await withLater(loose(), ({ type, correlationid }) => {
    if (type.includes('.command.')) turns.set(correlationid, (isOdd = !isOdd));
    return turns.get(correlationid) === true;
  });
  expect(await verifier.verify(zip)).toMatchObject({ class: 'sound', figures: { performed: 62 } });
  const threads = await verifier.verify(zip, ['--threads', '3', '--memory', '0.001']);
  expect(threads).toMatchObject({ class: 'sound', figures: { performed: 62 } });
});

test('an event of other deciders than its command is none of it', async () => {
  const zip = await withLater(loose(), ({ id }) => id === `${ROUND}@4`);
  expect(await verifier.verify(zip)).toMatchObject({ class: 'illegal-order' });
});

test('states for which memory has no room are put away and fetched again', async () => {
  const zip = await bundleOf(played);
  const report = await verifier.verify(zip, ['--memory', '0.001']);
  expect(report).toMatchObject({ class: 'sound', figures: { performed: 62 } });
});

test('where nothing can be put away, it is said, and named a fault of the machine', async () => {
  const zip = await bundleOf(played);
  const lost = new Verifier(undefined, '/nowhere/at/all');
  expect(await lost.verify(zip, ['--memory', '0.001'])).toMatchObject({ class: 'io', exit: 3 });
  lost.close();
});

test('other threads find the same first fault', async () => {
  const entries = loose().map((it) => {
    const events = [`${ROUND}@10`, 'directive/d-07@6', 'directive/d-071@8'];
    return events.includes(it.id) ? { ...it, data: { ...it.data, body: {} } } : it;
  });
  const zip = await signed(chained(entries));
  for (const threads of ['1', '2', '4']) {
    const { fault, class: kind } = await verifier.verify(zip, ['--threads', threads]);
    const first = {
      kind: 'decision',
      sequence: at('directive/d-07@6') + 1,
      id: 'directive/d-07@6',
    };
    expect({ kind, ...fault }).toMatchObject(first);
  }
});

test('without decisions they are not made, and the report says so', async () => {
  const entries = loose();
  const event = entries[at('directive/d-07@6')]!;
  event.data.body = {};
  const report = await verifier.verify(await signed(chained(entries)), ['--no-decisions']);
  expect(report).toMatchObject({ class: 'sound', figures: { performed: 0 } });
  expect(report.notes.map(({ en }) => en)).toContain(
    'Decisions were NOT re-performed (--no-decisions).',
  );
});

/** All decided by deciders whose index.js is this. */
async function decidedBy(
  index: string,
  more: readonly string[] = [],
  others: object = {},
): Promise<string> {
  const [hash, content] = archiveOf({ ...others, 'index.js': index });
  const stamped = loose().map((it) => ({ ...it, deciders: hash }));
  const zip = await signed(chained(stamped), ALL, { contents: new Map([[hash, content]]) });
  const report = await verifier.verify(zip, ['--timeout', '0.2', ...more]);
  return `${report.class}: ${report.fault?.en}`;
}

const deciding = (body: string) =>
  `exports.deciderOf = () => ({ kind: 'org', initial: {}, nextWakeup: () => null,
     evolve: (state) => state, decide(state, command) { ${body} } });`;

test('deciders reach neither process nor clock, chance, files, code from text or this program', async () => {
  const probe = `const seen = [];
    for (const [name, get] of Object.entries({
      process: () => process, fetch: () => fetch, Date: () => Date, random: () => Math.random(),
      fs: () => require('fs'), outside: () => require('../outside'), code: () => eval('1'),
      made: () => command.constructor.constructor('return process')(),
      global: () => globalThis.constructor.constructor('return process')(),
      required: () => require.constructor('return process')(),
      thrown: () => { try { null.x } catch (e) { return e.constructor.constructor('return process')() } },
    })) { try { get(); seen.push(name) } catch {} }
    throw new Error('reached: ' + seen.join());`;
  expect(await decidedBy(deciding(probe))).toBe(
    'decision: the deciders cannot take it (reached: )',
  );
});

const FOR_EVER = 'for (;;);';

test.each([
  ['a decision', deciding(FOR_EVER)],
  ['the beginning of an archive', FOR_EVER],
  ['the way to a decider', `exports.deciderOf = () => { ${FOR_EVER} };`],
  ['what a decision leaves for later', deciding(`Promise.resolve().then(() => { ${FOR_EVER} });`)],
  ['the text of a refusal', deciding(`return { get ok() { ${FOR_EVER} } };`)],
  [
    'what all objects inherit',
    `Array.prototype[Symbol.iterator] = () => { ${FOR_EVER} }; exports.deciderOf = () => { [...[]]; };`,
  ],
])('%s that does not end is stopped, in this thread and in another', async (_what, index) => {
  for (const threads of ['1', '2']) {
    expect(await decidedBy(index, ['--threads', threads])).toMatch(
      /^decision: the deci.* (does not end|cannot take it)/,
    );
  }
});

test('what all lists inherit runs nothing where no limit of time holds', async () => {
  const index = `for (let at = 0; at < 64; at += 1) Object.defineProperty(Array.prototype, at, { set(value) {
      if (value === 'perform' || value === 'unfinished') { ${FOR_EVER} }
      Object.defineProperty(this, at, { value, writable: true, enumerable: true, configurable: true });
    } });
    ${sources['index.js']}`;
  for (const more of [[], ['--memory', '0.001'], ['--threads', '2']]) {
    expect(await decidedBy(index, [...more, '--timeout', '10'], sources)).toBe('sound: undefined');
  }
});

test.each(['import(', 'import /* */ (', 'import//\n(', 'import <!--\n(', '[...import('])(
  'deciders with %p are not run: what it answers leads to this program',
  async (word) => {
    const escape = `${word}'node:fs').catch((e) => e.constructor.constructor('return process')());`;
    expect(await decidedBy(deciding(escape))).toBe('deciders: index.js imports while it runs');
  },
);

test('a state whose text does not end is stopped', async () => {
  const index = `const own = (stream) => ({ kind: stream.split('/')[0], initial: { toJSON() { ${FOR_EVER} } },
      nextWakeup: () => null, evolve: (state) => state, decide: () => ({ ok: true, events: [] }) });
    exports.deciderOf = own;`;
  const commands = loose().filter(isCommand);
  const only = commands.map((it) => ({
    ...it,
    data: { ...it.data, outcome: 'accepted', rejection: undefined },
  }));
  const [hash, content] = archiveOf({ 'index.js': index });
  const entries = chained(
    renumbered(JSON.parse(JSON.stringify(only.map((it) => ({ ...it, deciders: hash }))))),
  );
  const contents = new Map([...played.contents!, [hash, content]]);
  const zip = await signed(entries, ALL, {
    contents,
    checkpoints: [entries.length],
    keys: [played.keys[0]!],
  });
  const report = await verifier.verify(zip, ['--timeout', '0.2', '--memory', '0.0001']);
  expect([report.class, report.fault?.en]).toEqual(['decision', 'the decision does not end']);
});

test('deciders that do not run are said to be none', async () => {
  expect(await decidedBy('this is not JavaScript')).toMatch(
    /^deciders: index.js is not JavaScript/,
  );
  expect(await decidedBy('exports.nothing = 1')).toMatch(/^deciders: the deciders do not run/);
});
