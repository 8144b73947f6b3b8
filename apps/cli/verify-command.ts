/**
 * `dondoc verify [FILE] …`: the offline verifier as it stands in verify/, in a process of its own. Without a file it takes
 * the whole ledger out first, and puts nothing down that stays.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { apiAddress } from './address';
import { cliError, createClient, EXIT } from './client';
import { looked, telling } from './commands/export';
import { download } from './download';
import { saveWhole } from './save-whole';
import { Screen } from './screen';
import { servedForReading } from './served';
import { stopOnSignal } from './stop-on-signal';
import type { Terminal } from './program';

/** Beside the sources, or above dist/. */
const PLACES = ['../../verify/verify.mjs', '../../../verify/verify.mjs'];

/** Options of all commands that take a value; bin/dondoc.mjs has them too, since it runs before anything is built. */
export const WITH_VALUE = ['--lang', '--api', '--as', '--key'];

/**
 * What `dondoc verify` was given, also before its name; null when another command is meant. Its options are the verifier's
 * own, some of other meaning than those of all other commands.
 */
export function argumentsOfVerify(args: readonly string[]): readonly string[] | null {
  let at = 0;
  while (args[at]?.startsWith('-')) at += WITH_VALUE.includes(args[at]!) ? 2 : 1;
  return args[at] === 'verify' ? [...args.slice(0, at), ...args.slice(at + 1)] : null;
}

/** @param args what stands behind `dondoc verify`; answers the exit code of the verifier */
export async function verifyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals, own } = readArguments(args);
  if (values.help === true || positionals.length > 0) return run(own);
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-verify-'));
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    const bundle = join(folder, 'bundle.zip');
    await takeAll(bundle, values, terminal);
    return await run([bundle, ...own]);
  } finally {
    discard();
    process.removeListener('exit', discard);
  }
}

type Values = {
  readonly api?: string | undefined;
  readonly as?: string | undefined;
  readonly lang?: string | undefined;
  readonly help?: boolean | undefined;
};

/** `--api` and `--as` are for fetching; what remains is the verifier's own. */
function readArguments(args: readonly string[]): {
  values: Values;
  positionals: readonly string[];
  own: readonly string[];
} {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const options = {
    ...{ api: text, as: text, lang: text, deployment: text, threads: text },
    ...{ memory: text, timeout: text },
    ...{
      key: texts,
      witness: texts,
      checkpoint: texts,
      deciders: texts,
      help: { type: 'boolean' } as const,
    },
  };
  const found = parseArgs({
    ...{ args: [...args], options, strict: false, allowPositionals: true, tokens: true },
  });
  const ours = found.tokens.filter((it) => it.kind === 'option' && ['api', 'as'].includes(it.name));
  const isOurs = (at: number) =>
    ours.some(
      (it) => at === it.index || (it.kind === 'option' && !it.inlineValue && at === it.index + 1),
    );
  return {
    values: found.values as Values,
    positionals: found.positionals,
    own: args.filter((_, at) => !isOurs(at)),
  };
}

async function takeAll(
  bundle: string,
  { api, as, lang: asked }: Values,
  { columns, out, err }: Terminal,
): Promise<void> {
  const lang = asked === 'en' ? 'en' : 'vi';
  const screen = new Screen({ lang, json: true, width: columns, out, err });
  const otherwise = api === undefined ? servedForReading : undefined;
  const client = createClient({ url: apiAddress(api), lang, otherwise, as });
  screen.progress('Đang lấy toàn bộ sổ cái…', 'Taking out the whole ledger…');
  const stopping = stopOnSignal();
  try {
    const { signal } = stopping;
    const asking = { path: '/v1/evidence', query: { all: true }, signal };
    const answer = await download({ client, screen }, asking);
    await saveWhole(answer, { out: bundle, force: true, signal, onBytes: telling(screen) }, looked);
  } finally {
    stopping.done();
  }
}

/** Ctrl-C reaches both processes: this one waits until the verifier has cleared up. */
async function run(args: readonly string[]): Promise<number> {
  const path = PLACES.map((it) => join(__dirname, it)).find(existsSync);
  if (path === undefined) {
    throw cliError(
      EXIT.failed,
      'dondoc verify: thiếu verify/verify.mjs · it is missing beside this program',
    );
  }
  const child = spawn(process.execPath, [path, ...args], { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals): void => void (signal === 'SIGINT' || child.kill(signal));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, pass);
  const [code] = (await once(child, 'exit')) as [number | null];
  for (const name of signals) process.removeListener(name, pass);
  return code ?? EXIT.interrupted;
}
