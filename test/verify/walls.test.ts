/**
 * What deciders may try against whoever runs them: each row was once a way out, a hang or a false word. Whatever they do, the
 * verifier ends, says so in one of its classes, and leaves nothing behind.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../../libs/audit';
import { decidersArchive } from '../support/deciders-archive';
import { ALL, bundleOf, chained, loose, played, signed } from './support/insider';
import { Verifier, VERIFY, type Report } from './support/verifier';

jest.setTimeout(120_000);

let verifier: Verifier;
beforeAll(() => {
  verifier = new Verifier();
});
afterAll(() => verifier.close());

const deciding = (body: string) =>
  `exports.deciderOf = () => ({ kind: 'org', initial: {}, nextWakeup: () => null,
     evolve: (state) => state, decide(state, command) { ${body} } });`;
const real = JSON.parse(decidersArchive().bytes.toString('utf8')) as { [path: string]: string };

/** A ledger that these deciders are said to have decided, signed by the operator. */
async function decidedBy(sources: object): Promise<Uint8Array> {
  const bytes = Buffer.from(JSON.stringify(sources));
  const hash = sha256Hex(bytes);
  const stamped = loose().map((it) => ({ ...it, deciders: hash }));
  const contents = new Map([...played.contents!, [hash, { mediaType: 'application/json', bytes }]]);
  contents.delete(decidersArchive().hash);
  return signed(chained(stamped), ALL, { contents });
}

const said = async (sources: object, ...more: string[]): Promise<string> => {
  const report = await verifier.verify(await decidedBy(sources), ['--timeout', '0.5', ...more]);
  return `${report.class}: ${report.fault?.en}`;
};

/** What leads out of a room, once anything of outside is at hand: a report of its own making. */
const OUT = `const go = (it) => it.constructor.constructor('p', 'p.stdout.write("out"); p.exit(0)')(
  it.constructor.constructor('return process')());`;
const CANNOT = 'decision: the deciders cannot take it';

test.each([
  [
    'an error of outside, made by a stack that is full',
    `${OUT} let found = null;
     const probe = () => {
       try { probe() } catch {}
       if (found === null) try { new Error('x').stack } catch (e) { if (!(e instanceof RangeError)) found = e }
     };
     probe(); if (found !== null) go(found); throw new Error('none found');`,
    'decision: the deciders cannot take it (none found)',
  ],
  [
    'something thrown whose text is a program',
    `${OUT} let n = 0;
     throw { get message() { throw { get code() { if (n++ === 0) throw this; }, message: { replace: go } } } };`,
    CANNOT,
  ],
  [
    'a code that is never told',
    `throw { get message() { throw { get code() { for (;;); } } } };`,
    CANNOT,
  ],
  ['nothing at all, thrown', `throw { get message() { throw null } };`, CANNOT],
  ['a full disk that is none', `throw { get message() { throw { code: 'ENOSPC' } } };`, CANNOT],
  [
    'what no limit of time reaches',
    `[].includes.call({ length: 2 ** 53 - 1 }, 1);`,
    'decision: one of the decisions from entry 1 to 62 does not end, and cannot be interrupted',
  ],
])('%s', async (_what, body, expected) => {
  for (const threads of ['1', '3']) {
    expect(await said({ 'index.js': deciding(body) }, '--threads', threads)).toBe(expected);
  }
});

test('what ends the process of the deciders is no proof, and leaves nothing behind', async () => {
  const body = `'x'.padEnd(2 ** 28).split('')`;
  expect(await said({ 'index.js': deciding(body) })).toMatch(
    /^io: the process that makes decisions again has ended/u,
  );
  expect(readdirSync(verifier.folder).filter((it) => it.startsWith('dondoc-verify-'))).toEqual([]);
});

test.each([
  ['a promise that was left behind is nobody’s business', 'Promise.reject(1);', 'sound'],
  ['a text that all objects have', `Object.prototype.toJSON = () => 'x';`, 'decision'],
  [
    'a fault by the name of what all objects have',
    `Object.prototype.toJSON = () => ({ what: 'constructor', sequence: 1 });`,
    'decision',
  ],
  [
    'a fault of a plan that is none',
    `Object.prototype.toJSON = () => ({ what: 'plan', sequence: 1, plan: null });`,
    'plan',
  ],
  ['no text that any object has', `Object.prototype.toJSON = () => null;`, 'decision'],
])('right decisions, and %s', async (_what, before, expected) => {
  const index = `${before}${real['index.js']}`;
  expect(await said({ ...real, 'index.js': index })).toMatch(new RegExp(`^${expected}: `, 'u'));
});

test('who gets out of the room gets into a process that writes nowhere and starts nothing', async () => {
  const outside = join(tmpdir(), `dondoc-walls-${process.pid}`);
  const tried = `const seen = [];
    for (const [name, act] of Object.entries({
      write: () => fs.writeFileSync(${JSON.stringify(outside)}, 'x'),
      start: () => childProcess.spawnSync('true').error ?? 0,
    })) try { const error = act(); if (error) throw error; seen.push(name) } catch (e) { if (e.code !== 'ERR_ACCESS_DENIED') seen.push(e.code) }
    say({ fault: { kind: 'deciders', vi: '', en: 'got: ' + seen.join(), where: {} } });`;
  const report = await withVerifier(['setting = message.setting;', tried]);
  expect(report.fault?.en).toBe('got: ');
});

test('what another process reads once more must be what was proven', async () => {
  const report = await withVerifier(['bytes[start - 1] = 0;', 'bytes[start + 9] ^= 1;']);
  expect(report).toMatchObject({
    class: 'io',
    fault: { en: 'the bundle was altered while it was read: entry 1' },
  });
});

test('a process that ends between two answers leaves nothing undecided that passes for decided', async () => {
  const report = await withVerifier(
    [
      'say({ performed: performer.performed, plans: performer.plans });',
      'setTimeout(() => process.exit(0), 50);',
    ],
    ['async finish() {', 'await new Promise((resolve) => this.child.once("exit", resolve));'],
  );
  expect(report).toMatchObject({ ok: false, class: 'io' });
});

test('of the figures only those of plans are told by whoever decides', async () => {
  const report = await withVerifier([
    'if (!failed) performer.finish();',
    'performer.plans = { ...performer.plans, entries: 7, performed: 7 };',
  ]);
  expect(report).toMatchObject({ class: 'sound', figures: { entries: 62, performed: 62 } });
});

test('an entry that was decided by nobody is missed', async () => {
  const report = await withVerifier([
    'this.performed += 1;',
    'if (life.version === 2) this.performed -= 1;',
  ]);
  expect(report).toMatchObject({ ok: false, class: 'io' });
});

test('what is said instead of texts is no text', async () => {
  const fault = `{ kind: 7, vi: { toString: 1 }, en: 8, where: { sequence: 'x', id: {} } }`;
  const report = await withVerifier(['setting = message.setting;', `say({ fault: ${fault} });`]);
  expect(report).toMatchObject({ class: 'decision', fault: { vi: '', en: '', sequence: null } });
});

/** A sound bundle, by a verifier in which something more stands behind some pieces. */
async function withVerifier(...changes: readonly [piece: string, more: string][]): Promise<Report> {
  let source = readFileSync(VERIFY, 'utf8');
  for (const [piece, more] of changes) {
    expect(source).toContain(piece);
    source = source.replace(piece, () => `${piece} ${more}`);
  }
  const path = join(verifier.folder, 'altered.mjs');
  writeFileSync(path, source);
  const other = new Verifier(path);
  try {
    return await other.verify(await bundleOf(played));
  } finally {
    other.close();
  }
}
