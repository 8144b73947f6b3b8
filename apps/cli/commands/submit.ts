/** `dondoc submit ROUND UNIT`: hands in a unit's report, its files first. */
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { cliError, EXIT, type Held } from '../client';
import { actorFor, obligationOf, type Context } from '../context';
import { readJson } from './directive';
import type { DraftFile } from './roll-up';
import { printReceipt } from './receipt';

export type SubmitOptions = {
  readonly summary?: string;
  readonly data?: string;
  readonly draft?: string;
  readonly nil?: boolean;
  readonly number?: string;
  readonly date?: string;
  readonly signer?: string;
  readonly file: readonly string[];
  readonly afterClosing?: boolean;
  /** Why: what was accepted is corrected by this report. */
  readonly correct?: string;
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

export async function submit(
  context: Context,
  [round, unit]: readonly [string, string],
  options: SubmitOptions,
): Promise<void> {
  const { client, screen, key } = context;
  const summary =
    options.summary ??
    (options.nil ? screen.say('Không phát sinh', 'Nothing to report') : undefined) ??
    ((options.data ?? options.draft ?? options.file[0]) === undefined ? undefined : '');
  if (summary === undefined) {
    throw cliError(
      EXIT.usage,
      'thiếu nội dung · no content: --summary TEXT | --data FILE | --file FILE | --nil',
    );
  }
  if (options.data !== undefined && options.draft !== undefined) {
    throw cliError(
      EXIT.usage,
      'chỉ dùng một trong hai · use one of the two: --data FILE, --draft FILE',
    );
  }
  const obligation = await obligationOf(context, round, unit);
  const files: Sent[] = [];
  for (const path of options.file) files.push(await send(context, path));
  const {
    number = null,
    date = null,
    signer = null,
    nil = false,
    afterClosing,
    correct: reason,
  } = options;
  const filled = options.data === undefined ? {} : { data: readJson(options.data) };
  const drafted = options.draft === undefined ? {} : (readJson(options.draft) as DraftFile);
  const report = { number, date, signer, summary, nil, files, ...drafted, ...filled };
  const receipt = await client.ask(
    `/v1/obligations/${encodeURIComponent(obligation.obligation)}/${reason === undefined ? 'submit' : 'correct'}`,
    {
      body:
        reason === undefined
          ? { report, ...(afterClosing ? { afterClosing } : {}) }
          : { report, reason },
      actor: actorFor(context, 'clerk', obligation.owner),
      key,
    },
  );
  printReceipt(context, receipt);
}

type Sent = Held & { readonly name: string };

async function send({ client, screen }: Context, path: string): Promise<Sent> {
  const bytes = read(path);
  const name = basename(path);
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  screen.progress(
    `Gửi tệp ${name} (${bytes.length} byte)…`,
    `Sending ${name} (${bytes.length} bytes)…`,
  );
  return { name, ...(await client.put(bytes, mediaType)) };
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw cliError(
      EXIT.usage,
      `${path}: không đọc được · cannot be read (${(cause as Error).message})`,
    );
  }
}
