/** `dondoc backup` and `dondoc restore`: what may be typed. They go to the database itself, not over the API. */
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  acceptLoss,
  checkBackup,
  confirmRestore,
  presentIndex,
  restoreBackup,
  takeBackup,
} from '../../libs/backup';
import { withOwnerDatabase } from '../../libs/embedded';
import { createDatabase } from '../../libs/ledger';
import { failure } from '../../libs/service';
import { OperatorScreen, type Lang, type OperatorTerminal } from './terminal';
import { backupLines, checkedLines, confirmedLines, lossLines, restoredLines } from './words';

export type { OperatorTerminal } from './terminal';

type Globals = { readonly json?: boolean; readonly lang: Lang };
type Make = () => OperatorScreen;

export function createOperatorProgram(terminal: OperatorTerminal): Command {
  const program = new Command('dondoc')
    .option('--json', 'trả lời bằng JSON · answer as JSON')
    .addOption(
      new Option('--lang <lang>', 'ngôn ngữ · language').choices(['vi', 'en']).default('vi'),
    )
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    })
    .exitOverride();
  const screen: Make = () => {
    const { json = false, lang } = program.opts<Globals>();
    return new OperatorScreen(terminal, { lang, json });
  };
  backup(program, screen, terminal);
  restore(program, screen, terminal);
  return program;
}

const FOLDER = 'thư mục của bản sao lưu · folder of the backup';

function backup(program: Command, make: Make, { signal }: OperatorTerminal): void {
  program
    .command('backup')
    .description(
      'sao lưu khi mọi thứ đang chạy; lần sau chỉ thêm phần mới · a backup while everything runs; the next adds what is new',
    )
    .argument('<folder>', FOLDER)
    .option('--check', 'chỉ đọc lại bản sao lưu, so mã băm · only reads it against its hashes')
    .action(async (folder: string, { check = false }: { readonly check?: boolean }) => {
      const screen = make();
      const say = (text: string) => screen.note(text);
      const following = { signal, onProgress: screen.progress };
      if (check) {
        const checked = await checkBackup(folder, following);
        screen.result(checked, checkedLines(screen, checked));
        if (checked.damaged.length > 0) throw damagedFailure(checked.damaged.length);
        return;
      }
      const taken = await withOwnerDatabase({ say, createDatabase }, (url) =>
        takeBackup(url, folder, following),
      );
      screen.result(taken, backupLines(screen, taken));
    });
}

function damagedFailure(files: number) {
  return failure(
    'backup.damaged',
    `${files} files of the backup are not those that were written`,
    'take other copies of these files from where the backup is kept a second time, or another backup',
  );
}

function restore(program: Command, make: Make, { signal }: OperatorTerminal): void {
  const group = program
    .command('restore')
    .description('khôi phục vào cơ sở dữ liệu trống · restores into an empty database')
    .argument('<folder>', FOLDER)
    .option('--to <point>', 'đến @số dòng hoặc thời điểm · up to @SEQUENCE or an instant (…Z)')
    .action(async (folder: string, { to }: { readonly to?: string }) => {
      const screen = make();
      const say = (text: string) => screen.note(text);
      const following = { signal, onProgress: screen.progress };
      const { mode } = presentIndex(folder).deployment;
      const restored = await withOwnerDatabase(
        { say, createDatabase, mode, mayBegin: true },
        (url) => restoreBackup(url, folder, { ...following, to }),
      );
      screen.result(restored, restoredLines(screen, restored));
    });
  confirm(group, make, signal);
  loss(group, make);
}

type ConfirmOptions = { readonly checkpoint: string; readonly key: readonly string[] };

function confirm(group: Command, make: Make, signal: AbortSignal): void {
  group
    .command('confirm')
    .description('so với điểm chốt giữ bên ngoài · compares with a checkpoint kept outside')
    .requiredOption('--checkpoint <file>', 'điểm chốt đã ký · a signed checkpoint')
    .option(
      '--key <key>',
      'khóa công khai name+id+base64, dùng nhiều lần · public key, repeatable',
      (one: string, before: readonly string[]) => [...before, one],
      [],
    )
    .action(async ({ checkpoint: file, key: keys }: ConfirmOptions) => {
      const screen = make();
      const say = (text: string) => screen.note(text);
      const checkpoint = textOf(file);
      const following = { signal, onProgress: screen.progress };
      const confirmed = await withOwnerDatabase({ say, createDatabase }, (url) =>
        confirmRestore(url, { checkpoint, keys, ...following }),
      );
      screen.result(confirmed, confirmedLines(screen, confirmed));
      if (confirmed.verdict !== 'consistent') throw failureOf(confirmed.verdict);
    });
}

function failureOf(verdict: 'behind' | 'fork') {
  return verdict === 'fork'
    ? failure(
        'restore.fork',
        'the checkpoint was signed over other entries than these',
        'restore another backup into a new database, and find out where the histories part (docs/audit.md)',
      )
    : failure(
        'restore.behind',
        'entries are missing, and the deployment stays read-only',
        'restore a newer backup, or decide that they are lost: dondoc restore accept-loss',
      );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw failure('checkpoint.unreadable', `${file} cannot be read`, 'name another file', cause);
  }
}

type LossOptions = {
  readonly missing: number | null;
  readonly by: string;
  readonly reason: string;
};

function loss(group: Command, make: Make): void {
  group
    .command('accept-loss')
    .description('quyết định: phần thiếu đã mất · decides that what is missing is lost')
    .requiredOption('--missing <count>', 'số dòng thiếu, hoặc unknown · how many', counted)
    .requiredOption('--by <operator>', 'người quyết định · who decides', filled)
    .requiredOption('--reason <text>', 'lý do · why', filled)
    .action(async ({ missing, by: operator, reason }: LossOptions) => {
      const screen = make();
      const say = (text: string) => screen.note(text);
      const accepted = await withOwnerDatabase({ say, createDatabase }, (url) =>
        acceptLoss(url, { missing, operator, reason }),
      );
      screen.result(accepted, lossLines(screen, accepted));
    });
}

function counted(text: string): number | null {
  if (text === 'unknown') return null;
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('số nguyên dương hoặc unknown · a number or unknown');
}

function filled(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('trống · empty');
}
