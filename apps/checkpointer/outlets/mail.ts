/**
 * Checkpoints by mail to named witnesses, one a day: who keeps the mail can hold us to it years later. What comes within a day
 * of the last mail waits for the day's end, the newest of it is mailed then, or when the checkpointer stops: the last one
 * before a quiet time always goes.
 */
import { hash } from 'node:crypto';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { readCheckpoint, readNote } from '../../../libs/audit';
import type { StoredCheckpoint } from '../../../libs/ledger';
import { textIfThere, writeDurably } from '../../../libs/process';
import type { Outlet } from '../outlet';

export type MailSettings = {
  readonly to: readonly string[];
  readonly from: string;
  readonly smtpUrl: string;
  readonly stateFile: string;
  /** Between two mails, at least; a day unless told otherwise. */
  readonly everyMs?: number;
};

/** When a mail last went, and of which checkpoint: the hash of its text. */
type Mailed = { readonly at: number; readonly text: string };

const DAY_MS = 24 * 60 * 60 * 1_000;

export function mailOutlet(settings: MailSettings): Outlet {
  const { to, from, smtpUrl, stateFile, everyMs = DAY_MS } = settings;
  const transport = createTransport(smtpUrl, { disableFileAccess: true, disableUrlAccess: true });
  /** What went and is not on disk yet: retries must not mail it again. */
  let unwritten: Mailed | null = null;
  const last = () => unwritten ?? lastMail(stateFile);
  const isMailed = ({ note }: StoredCheckpoint) => last().text === textHash(note);
  return {
    name: 'mail',
    waitMs(checkpoint) {
      const since = Date.now() - last().at;
      // A clock that was ahead when the last mail went must not silence it until then.
      return isMailed(checkpoint) || since < 0 ? 0 : everyMs - since;
    },
    async publish(checkpoint) {
      if (!isMailed(checkpoint)) {
        await transport.sendMail(mailOf(checkpoint, { from, to: [...to] }));
        unwritten = { at: Date.now(), text: textHash(checkpoint.note) };
      }
      if (unwritten !== null) writeDurably(stateFile, `${unwritten.at} ${unwritten.text}`);
      unwritten = null;
      return [];
    },
    close: () => Promise.resolve(transport.close()),
  };
}

function mailOf(
  checkpoint: StoredCheckpoint,
  { from, to }: { readonly from: string; readonly to: string[] },
): SendMailOptions {
  const { note } = checkpoint;
  const { origin, size } = readCheckpoint(readNote(note).text);
  return {
    from,
    to,
    messageId: `<checkpoint-${textHash(note).slice(0, 32)}@${domainOf(from)}>`,
    subject: `Điểm chốt ${size} của ${origin} · Checkpoint ${size} of ${origin}`,
    text: textOf(checkpoint),
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: [{ filename: `${size}.checkpoint`, content: note, contentType: 'text/plain' }],
  };
}

function textOf({ note, size, recordedAt }: StoredCheckpoint): string {
  return `Đây là điểm chốt của sổ cái sau ${size} dòng (dòng cuối ghi lúc ${recordedAt}).
Xin lưu thư này: sau này, bất kỳ ai sửa, xóa hay chèn một dòng trước số ${size} đều bị lộ khi so với nó
(npx dondoc verify --checkpoint TỆP).

This is the checkpoint of the ledger after ${size} entries (the last one recorded at ${recordedAt}).
Please keep this mail: whoever later alters, removes or inserts an entry before number ${size} is found out by it
(npx dondoc verify --checkpoint FILE).

${note}`;
}

/** Cosignatures that come later make no other checkpoint of it. */
function textHash(note: string): string {
  return hash('sha256', readNote(note).text);
}

/** Where nothing, or nothing of use, is written down it is mailed at once. */
function lastMail(stateFile: string): Mailed {
  const [at, text = ''] = (textIfThere(stateFile) ?? '').trim().split(' ');
  return { at: Number(at) || 0, text };
}

function domainOf(from: string): string {
  return /@([^\s>]+)/u.exec(from)?.[1] ?? 'localhost';
}
