/**
 * `dondoc export DIRECTIVE --out b.zip`, `--all`, `--from A --to B`: takes evidence out of the ledger into a file that
 * stands without us, and says what it holds.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LONGEST_NOTE, MOST_HELD } from '../../../libs/contracts';
import { cliError, EXIT, type Query } from '../client';
import type { Context } from '../context';
import { download } from '../download';
import { refuseTaken, saveWhole } from '../save-whole';
import { stopOnSignal } from '../stop-on-signal';
import type { Screen } from '../screen';
import { fileInZip } from '../zip-file';

export type ExportOptions = {
  readonly out: string;
  readonly all?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  /** Files with a signed note each. */
  readonly checkpoint?: readonly string[];
  readonly issuer?: string;
  readonly force?: boolean;
};

/** What `manifest.json` and `keys.json` of a bundle say. */
type Manifest = {
  readonly deployment: string;
  readonly mode: string;
  readonly scope: { readonly kind: string; readonly directive?: string; readonly symbol?: string };
  readonly checkpoint: { readonly size: number; readonly root: string };
  readonly entries: { readonly count: number; readonly first: number; readonly last: number };
  readonly files: readonly { readonly path: string }[];
};
type Keys = readonly { readonly key: string }[];

const PROGRESS_BYTES = 32 * 1024 * 1024;

export async function exportEvidence(
  context: Context,
  directive: string | undefined,
  options: ExportOptions,
): Promise<void> {
  const query = queryOf(directive, options);
  const out = resolve(options.out);
  const saving = { out, force: options.force ?? false };
  refuseTaken(saving);
  const { screen } = context;
  const stopping = stopOnSignal();
  try {
    screen.progress('Đang lấy chứng cứ từ sổ cái…', 'Taking evidence out of the ledger…');
    const { signal } = stopping;
    const answer = await download(context, { path: '/v1/evidence', query, signal });
    const onBytes = telling(screen);
    const found = await saveWhole(answer, { ...saving, signal, onBytes }, looked);
    screen.result({ file: out, ...found.manifest, keys: found.keys.map(({ key }) => key) }, () =>
      tell(screen, { out, held: options.checkpoint ?? [] }, found),
    );
  } finally {
    stopping.done();
  }
}

function queryOf(directive: string | undefined, options: ExportOptions): Query {
  const { all, from, to, at, issuer, checkpoint = [] } = options;
  if (checkpoint.length > MOST_HELD) {
    const most = `tối đa ${MOST_HELD} · at most ${MOST_HELD}`;
    throw cliError(EXIT.usage, `--checkpoint: ${most}`);
  }
  const asked = [directive, all, from ?? to].filter((it) => it !== undefined);
  if (asked.length === 1 && (from === undefined) === (to === undefined)) {
    return { directive, issuer, all, from, to, at, checkpoint: checkpoint.map(noteIn) };
  }
  throw cliError(
    EXIT.usage,
    'dondoc export: nêu đúng một · name exactly one: CHỈ_THỊ, --all, --from A --to B',
  );
}

/** As the verifier reads it, which is to accept the same file. */
function noteIn(file: string): string {
  const note = textOf(file);
  if (note.length <= LONGEST_NOTE) return note;
  throw cliError(EXIT.usage, `${file}: quá dài cho một điểm chốt · too long for a checkpoint`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw cliError(EXIT.usage, `${file}: không đọc được tệp · the file cannot be read`);
  }
}

export function looked(path: string): { manifest: Manifest; keys: Keys } {
  try {
    const json = (name: string): unknown => JSON.parse(fileInZip(path, name).toString('utf8'));
    return { manifest: json('manifest.json') as Manifest, keys: json('keys.json') as Keys };
  } catch {
    throw cliError(EXIT.partDown, 'API: tệp nhận được không trọn · the file came not whole');
  }
}

/** A line for every so many bytes. */
export function telling(screen: Screen): (bytes: number) => void {
  let told = 0;
  return (bytes) => {
    if (bytes - told < PROGRESS_BYTES) return;
    told = bytes;
    const megabytes = Math.round(bytes / 1e6);
    screen.progress(`… ${megabytes} MB`, `… ${megabytes} MB`);
  };
}

function tell(
  screen: Screen,
  { out, held }: { readonly out: string; readonly held: readonly string[] },
  found: { manifest: Manifest; keys: Keys },
): void {
  const { scope, checkpoint, entries, files, deployment } = found.manifest;
  const contents = files.filter(({ path }) => path.startsWith('contents/')).length;
  const what = scope.directive === undefined ? '' : ` ${scope.symbol ?? scope.directive}`;
  screen.title(`Gói chứng cứ${what}`, `Evidence${what}`);
  const line = (vi: string, en: string, value: string) =>
    screen.prose(`${screen.say(vi, en)}: ${value}`);
  line('Tệp', 'File', out);
  line('Hệ thống', 'Deployment', deployment);
  line(
    'Dòng sổ cái',
    'Entries',
    `${entries.count} (${entries.first}–${entries.last}); ${screen.say('tệp kèm theo', 'files')}: ${contents}`,
  );
  line('Điểm chốt', 'Checkpoint', String(checkpoint.size));
  line('Gốc cây', 'Root', checkpoint.root);
  for (const { key } of found.keys) line('Khóa', 'Key', key);
  for (const file of held) line('Nối tiếp điểm chốt trong', 'Continues the checkpoint in', file);
  const check = ['dondoc verify', out, ...held.map((file) => `--checkpoint ${file}`)].join(' ');
  line('Kiểm tra', 'Check it', check);
}
