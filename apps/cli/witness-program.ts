/** `dondoc witness` and `dondoc key`: what may be typed by whoever keeps a key of his own. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { noteKey, NotANote, type NoteKey } from '../../libs/audit';
import { makeKeyFile } from '../../libs/process';
import { failure, holdFile, ownShutdown } from '../../libs/service';
import { cliError, EXIT } from './client';
import type { Context } from './context';
import { serveWitness } from './witness/serve';
import { createWitness } from './witness/witness';

type WitnessOptions = {
  readonly name: string;
  readonly state: string;
  readonly log: readonly string[];
  readonly host: string;
  readonly port: string;
};

export function witnesses(program: Command, context: () => Context): void {
  program
    .command('witness')
    .description(
      'bên chứng kiến: ký xác nhận điểm chốt của sổ cái · a witness: cosigns checkpoints of a ledger',
    )
    .requiredOption('--name <name>', 'tên, không dấu cách · its name: chung-kien.vn/w1')
    .requiredOption(
      '--state <folder>',
      'nơi giữ khóa và điểm đã ký · keeps its key and what it saw',
    )
    .requiredOption('--log <key>', 'khóa của sổ cái, dùng nhiều lần · key of a ledger', collect, [])
    .option('--host <host>', 'địa chỉ lắng nghe · where it listens', '127.0.0.1')
    .option('--port <port>', 'cổng · port, 0: any', '7380')
    .action((options: WitnessOptions) => witness(context(), options));
  program
    .command('key')
    .description('khóa ký điểm chốt · keys that sign checkpoints')
    .command('new')
    .description('tạo khóa; tệp đã có thì giữ nguyên · makes one; a file that is there stays')
    .argument('<name>', 'dondoc/TRIỂN-KHAI · dondoc/DEPLOYMENT')
    .requiredOption('--out <file>', 'tệp chỉ chủ đọc được · a file that its owner alone can read')
    .addOption(
      new Option('--for <whom>', 'ký sổ cái hay chứng kiến · signs a ledger, or witnesses')
        .choices(['log', 'witness'])
        .default('log'),
    )
    .action((name: string, options: { out: string; for: NoteKey['kind'] }) =>
      newKey(context(), name, options),
    );
}

function newKey({ screen }: Context, name: string, options: { out: string; for: NoteKey['kind'] }) {
  const { key } = named(name, () => makeKeyFile(options.out, { name, kind: options.for }));
  if (key.name !== name || key.kind !== options.for) {
    throw failure(
      'key.other',
      `${options.out} holds the key of ${key.name} already`,
      'choose another file: a key is never written over',
    );
  }
  screen.result({ key: key.text }, () => {
    screen.line(key.text);
    screen.prose(
      screen.say(
        `Khóa bí mật ở ${options.out}: chỉ dịch vụ ký được đọc. Gửi dòng trên cho kiểm tra viên và bên chứng kiến.`,
        `The secret is in ${options.out}: for the signing service alone. Give the line above to auditors and witnesses.`,
      ),
    );
  });
}

async function witness(context: Context, options: WitnessOptions): Promise<void> {
  const { state } = options;
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw cliError(EXIT.usage, `--port ${options.port}: 0…65535`);
  }
  const logs = options.log.map((text) => named(text, () => noteKey(text)));
  mkdirSync(state, { recursive: true });
  const letGo = await holdFile(join(state, 'witness.lock'), (holder) => runsAlready(state, holder));
  try {
    await serve(context, { ...options, logs, port }, letGo);
  } catch (thrown) {
    await letGo();
    throw thrown;
  }
}

type Served = Pick<WitnessOptions, 'name' | 'state' | 'host'> & {
  readonly logs: readonly NoteKey[];
  readonly port: number;
};

async function serve(
  { screen }: Context,
  { name, state, host, logs, port }: Served,
  letGo: () => Promise<void>,
): Promise<void> {
  const file = join(state, 'witness.key');
  const signer = named(name, () => makeKeyFile(file, { name, kind: 'witness' }));
  const now = () => Math.floor(Date.now() / 1_000);
  const made = createWitness({ logs, signer, state, now });
  const say = (line: string) => screen.progress(line, line);
  const shutdown = ownShutdown({ log: say });
  shutdown.onShutdown('folder', letGo);
  const serving = await serveWitness({ witness: made, key: signer.key, host, port, say });
  shutdown.onShutdown('witness', serving.close);
  screen.line(`${signer.key.text} ${serving.url}/`);
  screen.progress(
    'Đưa dòng trên vào DONDOC_WITNESSES của hệ thống được chứng kiến. Dừng: Ctrl-C',
    'Put the line above into DONDOC_WITNESSES of the system that is witnessed. Stop: Ctrl-C',
  );
  await shutdown.requested;
}

/** Two that do not know of each other could cosign two histories. */
function runsAlready(state: string, holder: string): Error {
  return failure(
    'witness.runs',
    `một bên chứng kiến khác đang chạy trong ${state} · another witness works there: ${holder}`,
    'chỉ để một tiến trình chạy, hoặc mỗi tiến trình một thư mục và một khóa; nếu không còn tiến trình nào, hãy xóa tệp đó' +
      ' · let one run, or give each a folder and a key of its own; if none runs there any more, remove that file',
  );
}

/** What was typed and is no name or key is the caller's fault, in his words. */
function named<Made>(typed: string, make: () => Made): Made {
  try {
    return make();
  } catch (thrown) {
    if (!(thrown instanceof NotANote)) throw thrown;
    throw cliError(EXIT.usage, `${typed.slice(0, 80)}: ${thrown.message}`);
  }
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
