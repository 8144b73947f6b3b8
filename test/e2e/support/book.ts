/** What a deployment's ledger says, read as an auditor would: entries by stream, folds up to an instant, deliveries. */
import type { Pool } from 'pg';
import { decidedOf, type Envelope } from '../../../libs/contracts';
import {
  deciderOf,
  foldAll,
  kindOfStream,
  parseRoundStream,
  type Decided,
  type DeliveryRecord,
  type DirectiveState,
  type Instant,
  type OrgState,
  type RoundState,
  type ShardRef,
} from '../../../libs/domain';

export type Line = {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly bytes: string;
  readonly hash: string;
  readonly envelope: Envelope;
};

/** Streams in order of name, each with its lines in order of version. */
export type Book = ReadonlyMap<string, readonly Line[]>;

export async function readBook(pool: Pool): Promise<Book> {
  const { rows } = await pool.query<Omit<Line, 'envelope'>>(
    `SELECT seq::int AS seq, stream, version, type, bytes, hash FROM ledger.entries ORDER BY stream, version`,
  );
  const lines = rows.map((row) => ({ ...row, envelope: JSON.parse(row.bytes) as Envelope }));
  const book = new Map<string, Line[]>();
  for (const line of lines) {
    const before = book.get(line.stream);
    if (before) before.push(line);
    else book.set(line.stream, [line]);
  }
  return book;
}

/** What was recorded up to an instant. */
export function upTo(book: Book, instant: Instant): Book {
  return new Map(
    [...book]
      .map(
        ([stream, lines]) =>
          [stream, lines.filter(({ envelope }) => envelope.recordedat <= instant)] as const,
      )
      .filter(([, lines]) => lines.length > 0),
  );
}

export function decidedIn(book: Book, stream: string): Decided[] {
  return decidedOf((book.get(stream) ?? []).map(({ envelope }) => envelope));
}

export function stateOf(book: Book, stream: string): unknown {
  return foldAll(deciderOf(stream), decidedIn(book, stream)).state;
}

export function directiveState(book: Book, directive: string): DirectiveState {
  return stateOf(book, `directive/${directive}`) as DirectiveState;
}

export function orgState(book: Book): OrgState {
  return stateOf(book, 'org') as OrgState;
}

export type FoldedRound = {
  readonly stream: string;
  readonly ref: ShardRef;
  readonly state: RoundState;
};

export function roundsOf(book: Book, directive?: string): FoldedRound[] {
  return [...book.keys()].flatMap((stream) => {
    const ref = parseRoundStream(stream);
    if (ref === null || (directive !== undefined && ref.directive !== directive)) return [];
    return [{ stream, ref, state: stateOf(book, stream) as RoundState }];
  });
}

export function isDelivery(stream: string): boolean {
  return kindOfStream(stream) === 'delivery';
}

export type Delivered = DeliveryRecord & { readonly stream: string };

export function deliveriesIn(book: Book): Delivered[] {
  return [...book.keys()].filter(isDelivery).flatMap((stream) =>
    decidedIn(book, stream).flatMap(({ decision }) =>
      decision.ok
        ? decision.events.flatMap((event) =>
            (event.data as { deliveries: DeliveryRecord[] }).deliveries.map((one) => ({
              ...one,
              stream,
            })),
          )
        : [],
    ),
  );
}
