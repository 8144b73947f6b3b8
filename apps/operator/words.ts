/** What came of a backup or a restore, in words, and what comes next. */
import type {
  AcceptedLoss,
  CheckedBackup,
  Confirmed,
  Restored,
  TakenBackup,
} from '../../libs/backup';
import type { OperatorScreen } from './terminal';

type Say = Pick<OperatorScreen, 'say'>;

export function backupLines(screen: Say, taken: TakenBackup): string[] {
  const { last, newEntries, newContents, bytesWritten } = taken;
  const size = `${(bytesWritten / 1024 / 1024).toFixed(1)} MB`;
  return [
    screen.say(
      `Đã sao lưu đến dòng ${last}: thêm ${newEntries} dòng, ${newContents} tệp, ${size}`,
      `Backed up to entry ${last}: ${newEntries} entries more, ${newContents} contents, ${size}`,
    ),
    screen.say('Tên bản sao lưu', 'Name of the backup') + `: ${taken.name}`,
  ];
}

export function checkedLines(screen: Say, checked: CheckedBackup): string[] {
  const { name, last, files, bytes, elsewhere, damaged } = checked;
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return [
    damaged.length === 0
      ? screen.say(
          `Nguyên vẹn đến dòng ${last}: ${files} tệp, ${size}, đúng mã băm trong mục lục`,
          `Whole up to entry ${last}: ${files} files, ${size}, have the hashes of the index`,
        )
      : screen.say(
          `HỎNG ${damaged.length} trong ${files} tệp:`,
          `DAMAGED: ${damaged.length} of ${files} files:`,
        ),
    ...damaged.map((it) => `  ${it}`),
    ...(elsewhere > 0
      ? [
          screen.say(
            `${elsewhere} tệp nằm trong kho đối tượng: không xem ở đây`,
            `${elsewhere} contents lie in the object store: not looked at here`,
          ),
        ]
      : []),
    screen.say('Tên bản sao lưu', 'Name of the backup') + `: ${name}`,
  ];
}

export function restoredLines(screen: Say, restored: Restored): string[] {
  const { deployment, last, held, undecided, wakeups } = restored;
  const missing = held - last;
  return [
    screen.say(
      `Đã khôi phục "${deployment.id}" đến dòng ${last}; ${undecided} lệnh chờ quyết định, ${wakeups} mốc giờ`,
      `Restored "${deployment.id}" up to entry ${last}; ${undecided} commands wait, ${wakeups} wake-ups`,
    ),
    ...(missing > 0
      ? [
          screen.say(
            `Bản sao lưu còn ${missing} dòng sau đó (${last + 1}–${held}), không khôi phục`,
            `The backup holds ${missing} entries behind it (${last + 1} to ${held}), which were left out`,
          ),
        ]
      : []),
    screen.say(
      'Hệ thống chỉ cho đọc đến khi người vận hành quyết định:',
      'The deployment is read-only until an operator has decided:',
    ),
    missing > 0
      ? `  dondoc restore accept-loss --missing ${missing} --by … --reason …`
      : '  dondoc restore confirm --checkpoint FILE',
  ];
}

export function confirmedLines(screen: Say, confirmed: Confirmed): string[] {
  if (confirmed.verdict === 'consistent') {
    const { size, last } = confirmed;
    return [
      screen.say(
        `Khớp: ${size} dòng đầu đúng như đã ký. Hệ thống hoạt động lại.`,
        `Consistent: the first ${size} entries are those that were signed. The deployment acts again.`,
      ),
      ...(last > size
        ? [
            screen.say(
              `${last - size} dòng sau đó không có trong điểm chốt này.`,
              `This checkpoint says nothing of the ${last - size} entries behind them.`,
            ),
          ]
        : []),
    ];
  }
  if (confirmed.verdict === 'fork') {
    return [
      screen.say(
        `RẼ NHÁNH: ${confirmed.size} dòng đầu không phải những gì đã ký. Không mở lại được.`,
        `FORK: the first ${confirmed.size} entries are not those that were signed. This is never opened.`,
      ),
    ];
  }
  const { from, to, compared } = confirmed;
  return [
    screen.say(
      `THIẾU ${to - from + 1} dòng: ${from}–${to}. Vẫn chỉ cho đọc.`,
      `MISSING: ${to - from + 1} entries, ${from} to ${to}. It stays read-only.`,
    ),
    comparedLine(screen, compared),
    `  dondoc restore accept-loss --missing ${to - from + 1} --by … --reason …`,
  ];
}

function comparedLine(screen: Say, compared: number | null): string {
  return compared === null
    ? screen.say(
        'CHƯA SO SÁNH: không có điểm chốt nào đã ký bằng khóa tin cậy để so với những gì đang có.',
        'NOT COMPARED: no checkpoint that a trusted key has signed is short enough to compare what is there with.',
      )
    : screen.say(
        `${compared} dòng đầu đúng như đã ký.`,
        `The first ${compared} entries are those that were signed.`,
      );
}

export function lossLines(screen: Say, { last, missing, compared }: AcceptedLoss): string[] {
  return [
    screen.say(
      `Đã ghi: phần sau dòng ${last} đã mất (${missing ?? 'không rõ bao nhiêu'}). Hệ thống hoạt động lại.`,
      `Recorded: what was behind entry ${last} is lost (${missing ?? 'how much is unknown'}). The deployment acts again.`,
    ),
    comparedLine(screen, compared),
    screen.say(
      'Điểm chốt từ nay phải ký bằng khóa mới (docs/audit.md).',
      'Checkpoints are signed with a new key from now on (docs/audit.md).',
    ),
  ];
}
