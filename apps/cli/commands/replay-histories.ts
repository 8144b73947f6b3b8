/**
 * `dondoc replay-histories`: fetches the kept histories and the bundles they ran on, and has each replayed by a process that
 * knows the engine. The folder in between is gone afterwards, whatever happens.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunHistory } from '../../../libs/domain';
import { cliError, EXIT, type CliError } from '../client';
import type { Context } from '../context';
import { STOPPED, stopOnSignal } from '../stop-on-signal';

const REPLAYER = join(__dirname, '..', '..', 'worker', 'histories', 'replay.process.js');
const TELL_EVERY = 25;

export type ReplayOptions = { readonly day?: string; readonly all?: boolean };

/** As the replaying process tells it. */
type Replayed = {
  readonly workflow: string;
  readonly run: string;
  readonly inputs: number;
  readonly timers: number;
  readonly unsaid: number;
  readonly differs: { readonly kind: string; readonly detail: string } | null;
};
type Said = { readonly result?: Replayed; readonly done?: true; readonly failure?: string };

export async function replayHistories(context: Context, options: ReplayOptions): Promise<void> {
  const { client, screen } = context;
  if ((options.day === undefined) === (options.all === undefined))
    throw cliError(EXIT.usage, 'dondoc replay-histories: --day NGÀY hoặc · or --all');
  if (!existsSync(REPLAYER)) throw cliError(EXIT.partDown, 'chưa dựng · not built: npm run build');
  const runs = await client.all<RunHistory>('/v1/histories', { day: options.day });
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-replay-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const stopping = stopOnSignal();
  const { signal } = stopping;
  try {
    const broken = await fetchInto(context, { folder, signal }, runs);
    const count = runs.length - broken.length;
    const results = [...broken, ...(await replayed(context, { folder, signal }, count))];
    const unresolved = runs.filter(({ bundle }) => bundle === null);
    show(context, results, unresolved);
    const differing = results.filter(({ differs }) => differs !== null);
    if (differing.length > 0 || unresolved.length > 0) {
      const what = screen.say(
        `${differing.length} lượt chạy khác đi, ${unresolved.length} không rõ bản dựng`,
        `${differing.length} runs differ, ${unresolved.length} are of no build on record`,
      );
      throw cliError(EXIT.failed, what);
    }
  } catch (thrown) {
    throw signal.aborted ? STOPPED : thrown;
  } finally {
    process.removeListener('exit', remove);
    stopping.done();
    remove();
  }
}

type Working = { readonly folder: string; readonly signal: AbortSignal };

/** Answers the runs whose bytes, or whose bundle's, the store has no more as they were: the others are replayed. */
async function fetchInto(
  { client, screen }: Context,
  { folder, signal }: Working,
  runs: readonly RunHistory[],
): Promise<Replayed[]> {
  const refused = new Map<string, string>();
  const named = new Set(runs.flatMap(({ proto, bundle }) => (bundle ? [proto, bundle] : [])));
  let at = 0;
  for (const sha256 of named) {
    try {
      writeFileSync(join(folder, sha256), await client.content(sha256, signal));
    } catch (thrown) {
      const { problem } = thrown as Partial<CliError>;
      if (problem === undefined || !BROKEN.has(problem.code)) throw thrown;
      refused.set(sha256, problem.code);
    }
    at += 1;
    if (at % TELL_EVERY === 0)
      screen.progress(`Đã lấy ${at}/${named.size} tệp`, `Fetched ${at} of ${named.size} files`);
  }
  const brokenIn = ({ proto, bundle }: RunHistory) =>
    [proto, bundle].find((it) => it !== null && refused.has(it)) ?? null;
  const whole = runs.filter((run) => brokenIn(run) === null);
  writeFileSync(join(folder, 'runs.json'), JSON.stringify(whole));
  return runs.flatMap((run) => {
    const sha256 = brokenIn(run);
    if (sha256 === null) return [];
    const detail = `${sha256}: ${refused.get(sha256)}`;
    const { workflow, run: id } = run;
    return [{ workflow, run: id, ...NOTHING_COMPARED, differs: { kind: 'bytes', detail } }];
  });
}

/** What the API says of bytes that are not there, or not as they were. */
const BROKEN = new Set(['content.altered', 'content.lost', 'not-found.content']);
const NOTHING_COMPARED = { inputs: 0, timers: 0, unsaid: 0 };

function replayed(
  { screen }: Context,
  { folder, signal }: Working,
  count: number,
): Promise<Replayed[]> {
  const results: Replayed[] = [];
  const child = fork(REPLAYER, [folder], {
    ...{ signal, killSignal: 'SIGKILL' as const },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let failure = 'nó dừng giữa chừng · it ended on its way';
    child.on('message', (message) => {
      const said = message as Said;
      if (said.done) resolve(results);
      if (said.failure !== undefined) failure = said.failure;
      if (said.result === undefined) return;
      results.push(said.result);
      const at = results.length;
      if (at % TELL_EVERY === 0)
        screen.progress(`Đã chạy lại ${at}/${count}`, `Replayed ${at} of ${count}`);
    });
    child.once('error', (cause) => reject(cliError(EXIT.failed, cause.message)));
    child.once('exit', () => reject(cliError(EXIT.failed, `replay: ${failure}`)));
  });
}

function show(
  { screen }: Context,
  results: readonly Replayed[],
  unresolved: readonly RunHistory[],
): void {
  const sum = (key: 'inputs' | 'timers' | 'unsaid') =>
    results.reduce((total, one) => total + one[key], 0);
  screen.result({ results, unresolved }, () => {
    screen.title('Chạy lại lịch sử của máy quy trình', 'Histories of the engine, replayed');
    const same = results.filter(({ differs }) => differs === null).length;
    screen.item(['Như cũ', 'The same'], `${same} / ${results.length}`);
    screen.item(['Đầu vào đã so', 'Inputs compared'], String(sum('inputs')));
    if (sum('unsaid') > 0) screen.item(['Không so được', 'Not compared'], `${sum('unsaid')}`);
    screen.item(['Độ dài hẹn giờ đã so', 'Timers compared'], String(sum('timers')));
    for (const { workflow, run, differs } of results) {
      if (differs !== null)
        screen.prose(`! ${workflow} ${run}: ${differs.kind}, ${differs.detail}`, '', '  ');
    }
    for (const { workflow, run, queue } of unresolved)
      screen.prose(`? ${workflow} ${run}: ${queue}`, '', '  ');
  });
}
