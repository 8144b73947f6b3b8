/**
 * A small ledger made by the real deciders, the kernel's step and the reactions: units, a calendar, a policy, 07/CT-BCA-V28
 * from its draft to a closed round with files and a refusal, and a second directive beside it. Its entries can be
 * re-performed; only dates are put in by hand.
 */
import {
  CHAIN_START,
  fileSigner,
  secretKeyText,
  sha256Hex,
  type NoteSigner,
} from '../../libs/audit';
import {
  deciderOf,
  foldAll,
  react,
  step,
  type Actor,
  type Command,
  type Decided,
  type Json,
} from '../../libs/domain';
import {
  ACK,
  CLERK,
  convening,
  DRAFT,
  next,
  ON_REQUEST,
  stated,
  V28_DESK,
} from '../../libs/domain/testing/directive-07';
import { OPERATOR, SYSTEM } from '../../libs/domain/testing/scene';
import { assemble } from '../../libs/ledger/assemble';
import { decidersArchive } from './deciders-archive';
import type { MemoryContent, MemoryLedger } from './memory-evidence';

export const DEPLOYMENT = 'so-thu';
export const D07 = 'directive/d-07';
export const ACK_ROUND = `${D07}/round/ack/once/0`;

export const signerOf = (fill: number, kind: 'log' | 'witness' = 'log'): NoteSigner =>
  fileSigner(
    secretKeyText(
      kind === 'log' ? `dondoc/${DEPLOYMENT}` : 'chung-kien.vn/w1',
      Buffer.alloc(32, fill),
      kind,
    ),
  );

/** The played ledger under five checkpoints, with a second key from the third one on, and a witness. */
export function playedLedger(book = playedBook()): MemoryLedger {
  const end = book.entries.length;
  return {
    deployment: DEPLOYMENT,
    entries: book.entries,
    contents: book.contents,
    keys: [
      { signer: signerOf(1), from: 6 },
      { signer: signerOf(2), from: 26 },
    ],
    checkpoints: [6, 20, 26, 30, end],
    witnesses: [signerOf(3, 'witness')],
  };
}

export type Asked = {
  readonly stream: string;
  readonly type: string;
  readonly data: Json;
  readonly by: Actor;
  readonly at: string;
  readonly plan?: unknown;
};

/** One book for all streams, in the order in which they were decided. */
export class Book {
  readonly entries: string[] = [];
  readonly contents = new Map<string, MemoryContent>();
  private readonly streams = new Map<string, Decided[]>();
  private readonly ends = new Map<string, { version: number; prevHash: string }>();
  private readonly archive = decidersArchive();
  private count = 0;

  constructor(private readonly deployment = DEPLOYMENT) {
    this.contents.set(this.archive.hash, {
      mediaType: 'application/json',
      bytes: this.archive.bytes,
    });
  }

  /** Puts bytes into the content store; answers their hash. */
  put(text: string, mediaType = 'text/plain'): string {
    const bytes = Buffer.from(text, 'utf8');
    const sha256 = sha256Hex(bytes);
    this.contents.set(sha256, { mediaType, bytes });
    return sha256;
  }

  /** Decides it and whatever it leads to; `causedBy` as reactions have it. */
  ask({ stream, type, data, by, at, plan }: Asked, causedBy?: string): void {
    this.count += 1;
    const id = `c${String(this.count).padStart(4, '0')}`;
    const planned = plan ?? planFor(type, data, at);
    this.settle(stream, at, {
      ...{ id, stream, type, data, actor: by, receivedAt: at, effectiveAt: at },
      ...(planned === undefined ? {} : { plan: planned }),
      ...(causedBy === undefined ? {} : { causedBy }),
    });
  }

  /** Time passes: the stream's wake-ups that are due by `at` are decided. */
  wake(stream: string, at: string): void {
    this.settle(stream, at);
  }

  private settle(stream: string, at: string, ...waiting: Command[]): void {
    const before = this.streams.get(stream) ?? [];
    const decider = deciderOf(stream);
    const { decided } = step(decider, foldAll(decider, before), { waiting, now: at }, stream);
    this.streams.set(stream, [...before, ...decided]);
    this.record(stream, decided, at);
  }

  private record(stream: string, decided: readonly Decided[], recordedAt: string): void {
    const end = this.ends.get(stream) ?? { version: 0, prevHash: CHAIN_START };
    const place = { version: end.version + 1, prevHash: end.prevHash };
    const by = { deploymentId: this.deployment, recordedAt, decidersHash: this.archive.hash };
    const lines = [...assemble(decided, place, by)];
    const last = lines.at(-1);
    if (last === undefined) return;
    this.entries.push(...lines.map(({ bytes }) => bytes));
    this.ends.set(stream, { version: last.version, prevHash: last.hash });
    let version = end.version;
    for (const { command, decision } of decided) {
      version += 1;
      for (const { type, data } of decision.ok ? decision.events : []) {
        version += 1;
        const event = { id: `${stream}@${version}`, stream, type, data, at: command.effectiveAt };
        for (const asked of react(event)) {
          this.ask({ ...asked, by: SYSTEM, at: recordedAt }, event.id);
        }
      }
    }
  }
}

/** What the way in would attach: the acknowledgement opens at once, a request at once, nothing else follows. */
function planFor(type: string, data: Json, at: string): unknown {
  const { duty, request, after } = data as {
    duty?: string;
    request?: number;
    after?: string | null;
  };
  if (type === 'PlanRound' && request !== undefined) return next(`req-${request}`, at);
  if (type === 'PlanRound') {
    return duty === 'ack' && after === null ? next('once', at) : { revision: 1, kind: 'none' };
  }
  if (type !== 'ConveneRound') return undefined;
  return convening(['cat-hau-giang', 'cat-thanh-hoa'], '2014-08-25T10:00:00.000Z');
}

/** Recorded on six days, UTC+7, of August 2014. */
export function playedBook(): Book {
  const book = new Book();
  grounds(book);
  issue(book, D07, '07/CT-BCA-V28');
  answers(book);
  issue(book, 'directive/d-071', '08/CT-BCA-V28', '2014-08-22T02:00:00.000Z');
  return book;
}

function grounds(book: Book): void {
  const at = '2014-08-13T02:00:00.000Z';
  const unit = (id: string, vi: string, en: string) => ({
    ...{ id, name: { vi, en }, aliases: [], parent: null, kind: 'police', roleClasses: [] },
    ...{ from: '2010-01-01', source: 'Thử', contacts: [] },
  });
  const units = [
    unit('bo-cong-an', 'Bộ Công an', 'Ministry of Public Security'),
    unit('v28', 'Cục V28', 'Department V28'),
    unit('cat-thanh-hoa', 'Công an tỉnh Thanh Hóa', 'Thanh Hóa Police'),
    unit('cat-hau-giang', 'Công an tỉnh Hậu Giang', 'Hậu Giang Police'),
  ];
  book.ask({ stream: 'org', type: 'RegisterUnits', data: { units }, by: OPERATOR, at });
  const holiday = {
    ...{ date: '2014-09-02', kind: 'holiday', source: 'BLLĐ Đ115', certainty: 'sure' },
    name: { vi: 'Quốc khánh', en: 'National Day' },
  };
  const year = { calendar: 'vn', year: 2014, days: [holiday], source: 'BLLĐ Đ115' };
  book.ask({ stream: 'calendar/vn', type: 'AdoptCalendarYear', data: year, by: OPERATOR, at });
  const policy = {
    ...{ id: 'due-hour/default', from: '2010-01-01', to: null, source: 'Nội quy' },
    scope: { issuer: null, documentTypes: null },
    text: { vi: 'Hết giờ làm việc', en: 'End of office hours' },
    value: { kind: 'dueHour', hour: '17:00' },
  };
  const stream = 'policy/due-hour/default';
  book.ask({ stream, type: 'AdoptPolicy', data: policy, by: OPERATOR, at });
}

function issue(book: Book, stream: string, symbol: string, at = '2014-08-15T02:00:00.000Z'): void {
  const text = book.put(`Chỉ thị ${symbol}: toàn văn`, 'text/plain');
  const [source] = DRAFT.sources;
  const draft = { ...DRAFT, symbol: stated(symbol), sources: [{ ...source!, sha256: text }] };
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' as const });
  const data = { symbol: null, date: '2014-08-15', signer, urgency: 'normal' };
  const registered = { draft, duties: [ACK, ON_REQUEST] } as unknown as Json;
  book.ask({ stream, type: 'RegisterDirective', data: registered, by: CLERK, at });
  book.ask({ stream, type: 'IssueDirective', data: data as unknown as Json, by: CLERK, at });
}

function answers(book: Book): void {
  const clerk = (unit: string): Actor => ({ id: `${unit}-1`, role: 'clerk', unit });
  const submit = (unit: string, at: string, more: { [name: string]: Json } = {}) =>
    book.ask({
      ...{ stream: ACK_ROUND, type: 'SubmitReport', by: clerk(unit), at },
      data: {
        unit,
        report: {
          ...{ number: '12/BC', date: '2014-08-18', signer: 'Giám đốc', summary: 'Đã quán triệt' },
          ...{ nil: false, contentSha256: null, files: [], ...more },
        },
      },
    });
  const sha256 = book.put('Phụ lục: <b>các xã</b> & phường', 'text/html');
  const files = [{ name: 'phu-luc.html', mediaType: 'text/html', sha256, size: 37 }];
  submit('cat-thanh-hoa', '2014-08-18T03:00:00.000Z', { files });
  submit('cat-la', '2014-08-18T04:00:00.000Z');
  const lost = sha256Hex('không còn');
  submit('cat-hau-giang', '2014-08-19T03:00:00.000Z', { contentSha256: lost });
  const reason = 'Đã tổng kết';
  const at = '2014-08-21T03:00:00.000Z';
  book.ask({ stream: D07, type: 'ConcludeDirective', data: { reason }, by: V28_DESK, at });
}
