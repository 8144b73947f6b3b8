/**
 * `verify`: entries per second of the offline verifier over a whole ledger, every check and every decision included,
 * against hashing the raw lines and building the tree over them in this process. Both from the disk, in turn.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CHAIN_START,
  fileSigner,
  leafHash,
  originOf,
  rootOfLeaves,
  secretKeyText,
} from '../../libs/audit';
import { deciderOf, step, type Command, type Loaded } from '../../libs/domain';
import { writeEvidence } from '../support/write-evidence';
import { assemble } from '../../libs/ledger/assemble';
import { decidersArchive } from '../support/deciders-archive';
import { memoryEvidence } from '../support/memory-evidence';
import type { Bench, BenchRun } from './support/bench';
import { acceptsReport, opensRound, streamOf, submitsReport } from './support/rounds';

const VERIFY = join(__dirname, '..', '..', '..', 'verify', 'verify.mjs');
const DEPLOYMENT = 'bench-verify';
const RECORDED_AT = '2018-12-20T00:00:00.000Z';
const RUNS = 5;
const CASES = [
  { case: 'one thread', args: ['--threads', '1'] },
  { case: 'two threads', args: ['--threads', '2'] },
  { case: 'one thread, without decisions', args: ['--no-decisions'] },
] as const;

export const verify: BenchRun = async (bench) => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  bench.own('bundle', () => rmSync(folder, { recursive: true, force: true }));
  const size = bench.small ? { rounds: 2, units: 10 } : { rounds: 20, units: 500 };
  const entries = Array.from({ length: size.rounds }, (_, n) => round(n, size.units)).flat();
  const lines = join(folder, 'lines');
  writeFileSync(lines, entries.map((it) => `${it}\n`).join(''));
  const bundle = join(folder, 'bundle.zip');
  await write(bundle, entries);
  bench.say(`${entries.length} entries of ${size.units} units, ${size.rounds} rounds`);
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  const measured = CASES.map(() => [] as number[]);
  const baseline: number[] = [];
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const bare = bareRate(lines, entries.length);
    const rates = CASES.map(({ args }) => verified(bundle, args, entries.length));
    // The first run warms the disk up and does not count.
    if (run === 0) continue;
    baseline.push(bare);
    rates.forEach((rate, at) => measured[at]!.push(rate));
    bench.say(`${run} of ${runs}: ${rates.map(Math.round).join(', ')} of ${Math.round(bare)}`);
  }
  report(bench, measured, baseline);
};

function report(bench: Bench, measured: readonly number[][], baseline: readonly number[]): void {
  CASES.forEach(({ case: name }, at) => {
    const of = { case: name, metric: 'verified', unit: 'entries/s' };
    bench.figure({ ...of, samples: measured[at]!, baseline });
  });
}

/** One round: opened, reported on by every unit, every report accepted. */
function round(n: number, units: number): string[] {
  const stream = streamOf(`d-${n}`);
  const asked = [
    opensRound(stream, { units }),
    ...Array.from({ length: units }, (_, unit) => submitsReport(stream, unit)),
    ...Array.from({ length: units }, (_, unit) => acceptsReport(stream, unit)),
  ];
  const at = '2018-12-10T01:00:00.000Z';
  const decider = deciderOf(stream);
  let loaded: Loaded<unknown> = { state: decider.initial, version: 0 };
  const entries: string[] = [];
  let prevHash = CHAIN_START;
  for (let from = 0; from < asked.length; from += 250) {
    const waiting = asked
      .slice(from, from + 250)
      .map((it): Command => ({ ...it, receivedAt: at, effectiveAt: at }));
    const place = { version: loaded.version + 1, prevHash };
    const done = step(decider, loaded, { waiting, now: RECORDED_AT }, stream);
    const { hash } = decidersArchive();
    const by = { deploymentId: DEPLOYMENT, recordedAt: RECORDED_AT, decidersHash: hash };
    for (const line of assemble(done.decided, place, by)) {
      entries.push(line.bytes);
      prevHash = line.hash;
    }
    loaded = done.loaded;
  }
  return entries;
}

async function write(bundle: string, entries: readonly string[]): Promise<void> {
  const { hash, bytes } = decidersArchive();
  const signer = fileSigner(secretKeyText(originOf(DEPLOYMENT), Buffer.alloc(32, 1), 'log'));
  const source = memoryEvidence({
    deployment: DEPLOYMENT,
    entries,
    keys: [{ signer, from: 1 }],
    contents: new Map([[hash, { mediaType: 'application/json', bytes }]]),
  });
  await writeEvidence(source, { kind: 'all' }, createWriteStream(bundle));
}

function bareRate(lines: string, entries: number): number {
  const since = performance.now();
  const bytes = readFileSync(lines);
  const leaves: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from);
    leaves.push(leafHash(bytes.subarray(from, end)));
    from = end + 1;
  }
  rootOfLeaves(leaves);
  return (entries / (performance.now() - since)) * 1_000;
}

function verified(bundle: string, args: readonly string[], entries: number): number {
  const { stdout, stderr } = spawnSync(process.execPath, [VERIFY, bundle, '--json', ...args], {
    encoding: 'utf8',
  });
  const { ok, fault, figures } = JSON.parse(stdout || '{}') as {
    ok?: boolean;
    fault?: { en: string };
    figures: { seconds: number };
  };
  if (ok !== true) throw new Error(`the bundle is not sound: ${fault?.en ?? stderr}`);
  return entries / figures.seconds;
}
