/**
 * A small ledger made by the real deciders, the kernel's step and the reactions: units, a calendar, a policy, 07/CT-BCA-V28
 * from its draft to a closed round with files and a refusal, and a second directive beside it. Its entries can be
 * re-performed, and their plans made again.
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
  CLERK,
  DRAFT,
  duty,
  ON_REQUEST,
  POLICE,
  stated,
  V28_DESK,
} from '../../libs/domain/testing/directive-07';
import { OPERATOR, SYSTEM } from '../../libs/domain/testing/scene';
import { assemble } from '../../libs/ledger/assemble';
import { BOOK_STREAMS, bookFrom, planning, type Question } from '../../libs/planning';
import { answering } from '../../libs/planning/testing/answering';
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
      { signer: signerOf(2), from: 30 },
    ],
    checkpoints: [6, 24, 30, 34, end],
    witnesses: [signerOf(3, 'witness')],
  };
}

export type Asked = {
  readonly stream: string;
  readonly type: string;
  readonly data: Json;
  readonly by: Actor;
  readonly at: string;
  /** When it came in, if that was later. */
  readonly receivedAt?: string;
  readonly plan?: unknown;
};

export type Altering = (command: Command, plan: unknown) => unknown;

/** One book for all streams, in the order in which they were decided. */
export class Book {
  readonly entries: string[] = [];
  readonly contents = new Map<string, MemoryContent>();
  private readonly streams = new Map<string, Decided[]>();
  private readonly ends = new Map<string, { version: number; prevHash: string }>();
  private readonly archive = decidersArchive();
  private count = 0;

  /** @param altered what somebody puts in the place of a plan */
  constructor(
    private readonly deployment = DEPLOYMENT,
    private readonly altered: Altering = (_, plan) => plan,
  ) {
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
  ask({ stream, type, data, by, at, receivedAt = at, plan }: Asked, causedBy?: string): void {
    this.count += 1;
    const id = `c${String(this.count).padStart(4, '0')}`;
    const asked = { id, stream, type, data, actor: by, receivedAt, effectiveAt: at };
    const planned = plan ?? this.altered(asked, this.planOf(asked));
    this.settle(stream, receivedAt, {
      ...asked,
      ...(planned === undefined ? {} : { plan: planned }),
      ...(causedBy === undefined ? {} : { causedBy }),
    });
  }

  /** What the way in would attach. */
  private planOf(command: Command): unknown {
    const book = bookFrom(
      [...this.streams.keys()]
        .filter((it) => BOOK_STREAMS.some((one) => it === one || it.startsWith(`${one}/`)))
        .map((it) => [it, this.stateOf(it)]),
    );
    const given = { state: this.stateOf(command.stream), book, at: command.effectiveAt };
    return answering(planning(command, given), (question) => this.answer(question));
  }

  private answer(question: Question): unknown {
    switch (question.ask) {
      case 'state':
        return this.stateOf(question.stream);
      case 'held':
        return this.contents.has(question.sha256);
      case 'directives':
        return { directives: ['d-07'], more: true };
      default:
        throw new Error(`a played book has no answer to ${question.ask}`);
    }
  }

  private stateOf(stream: string): unknown {
    return foldAll(deciderOf(stream), this.streams.get(stream) ?? []).state;
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

/** Recorded on six days, UTC+7, of August 2014. */
export function playedBook(altered?: Altering): Book {
  const book = new Book(DEPLOYMENT, altered);
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
  const police = { parent: 'bo-cong-an', roleClasses: [POLICE] };
  const units = [
    unit('bo-cong-an', 'Bộ Công an', 'Ministry of Public Security'),
    unit('v28', 'Cục V28', 'Department V28'),
    { ...unit('cat-thanh-hoa', 'Công an tỉnh Thanh Hóa', 'Thanh Hóa Police'), ...police },
    { ...unit('cat-hau-giang', 'Công an tỉnh Hậu Giang', 'Hậu Giang Police'), ...police },
  ];
  book.ask({ stream: 'org', type: 'RegisterUnits', data: { units }, by: OPERATOR, at });
  const day = (date: string, kind: string, vi: string, en: string) => ({
    ...{ date, kind, source: 'BLLĐ Đ115', certainty: 'sure', name: { vi, en } },
  });
  const days = [
    day('2014-08-20', 'dayOff', 'Nghỉ bù', 'Day in lieu'),
    day('2014-09-02', 'holiday', 'Quốc khánh', 'National Day'),
  ];
  const year = { calendar: 'vietnam', year: 2014, days, source: 'BLLĐ Đ115' };
  book.ask({ stream: 'calendar/vietnam', type: 'AdoptCalendarYear', data: year, by: OPERATOR, at });
  const policy = (id: string, vi: string, en: string, value: { [name: string]: Json }) => {
    const data = {
      ...{ id, from: '2010-01-01', to: null, source: 'Nội quy', text: { vi, en }, value },
      scope: { issuer: null, documentTypes: null },
    };
    book.ask({ stream: `policy/${id}`, type: 'AdoptPolicy', data, by: OPERATOR, at });
  };
  policy('due-hour/default', 'Hết giờ làm việc', 'End of office hours', {
    ...{ kind: 'dueHour', hour: '17:00' },
  });
  policy('rolling', 'Sang ngày làm việc', 'To a working day', { kind: 'rolling', roll: 'forward' });
  const rung = (id: string, kind: string, audience: string, workingDays: number) => ({
    ...{ id, kind, audience, offset: { workingDays } },
  });
  policy('ladder', 'Bậc nhắc', 'The ladder', {
    ...{ kind: 'ladder', hour: '08:00' },
    rungs: [rung('T-1', 'reminder', 'focal', -1), rung('T1', 'letter', 'head', 1)],
  });
}

/** Five working days from the issue, one day off among them: by 25/08/2014, 17:00. */
const ACK = duty('ack', { due: stated({ kind: 'workingDaysAfter', from: 'issue', days: 5 }) });

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
