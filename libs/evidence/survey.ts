/** The first reading of all entries in scope: counts, places, what they name, and the names of units for the index. */
import { isCommandEntry, shortType } from '../contracts';
import { directiveStream, ORG_STREAM, type Text } from '../domain';
import type { Entry } from '../ledger';
import { isHash, namedContents } from './named-contents';
import { pagesOf, type Settled } from './settle';

export type Survey = {
  readonly count: number;
  readonly first: number;
  readonly last: number;
  /** Of the last entry in scope. */
  readonly recordedAt: string;
  /** Sequences of a span that are not there: somebody has removed them. */
  readonly missing: ReadonlySet<number>;
  readonly symbol: string | null;
  /** Hashes, in order. */
  readonly deciders: readonly string[];
  /** Days (UTC+7, counted from 1970) on which an entry was recorded, rising. */
  readonly days: readonly number[];
  /** Sequences that name it, by SHA-256, in order of hash. */
  readonly contents: ReadonlyMap<string, readonly number[]>;
  readonly unitNames: ReadonlyMap<string, Text>;
  readonly commands: number;
  readonly refused: number;
  readonly streams: number;
};

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;

export async function survey(settled: Settled, onRead: (entries: number) => void): Promise<Survey> {
  const surveyor = new Surveyor(settled);
  for await (const page of pagesOf(settled)) {
    for (const entry of page) surveyor.add(entry);
    onRead(surveyor.count);
  }
  return surveyor.result();
}

/** The last instant that belongs to the day is before it. */
export function endOfDay(day: number): string {
  return new Date((day + 1) * DAY_MS - OFFSET_MS).toISOString();
}

class Surveyor {
  count = 0;
  private first = 0;
  private last = 0;
  private recordedAt = '';
  private symbol: string | null = null;
  private commands = 0;
  private refused = 0;
  private readonly missing = new Set<number>();
  private readonly deciders = new Set<string>();
  private readonly days = new Set<number>();
  private readonly contents = new Map<string, number[]>();
  private readonly names = new Map<string, Text>();
  private readonly streams = new Set<string>();
  private readonly directive: string | null;
  private readonly isSpan: boolean;

  constructor({ scope, sequences }: Settled) {
    this.isSpan = sequences === null;
    this.directive = scope.kind === 'directive' ? directiveStream(scope.directive) : null;
  }

  add(entry: Entry): void {
    const { seq, stream, envelope } = entry;
    if (this.count === 0) this.first = seq;
    else if (this.isSpan) for (let at = this.last + 1; at < seq; at += 1) this.missing.add(at);
    this.count += 1;
    this.last = seq;
    this.recordedAt = envelope.recordedat;
    this.streams.add(stream);
    this.days.add(Math.floor((Date.parse(envelope.recordedat) + OFFSET_MS) / DAY_MS));
    if (isHash(envelope.deciders)) this.deciders.add(envelope.deciders);
    for (const sha256 of namedContents(envelope.data)) {
      const naming = this.contents.get(sha256);
      if (naming === undefined) this.contents.set(sha256, [seq]);
      else naming.push(seq);
    }
    if (isCommandEntry(envelope)) {
      this.commands += 1;
      if (envelope.data.outcome === 'refused') this.refused += 1;
    } else if (stream === ORG_STREAM) this.learnNames(envelope.data.body);
    else if (stream === this.directive)
      this.learnSymbol(shortType(envelope.type), envelope.data.body);
  }

  private learnNames(body: unknown): void {
    const { units = [], register = [], unit, name } = body as Naming;
    for (const one of [...units, ...register]) {
      if (typeof one !== 'string') this.names.set(one.id, one.name);
    }
    if (unit !== undefined && name !== undefined) this.names.set(unit, name);
  }

  private learnSymbol(type: string, body: unknown): void {
    const { symbol, field, value } = body as { symbol?: string; field?: string; value?: unknown };
    if (type === 'DirectiveIssued') this.symbol = symbol ?? null;
    if (type === 'DirectiveCorrected' && field === 'symbol') this.symbol = String(value);
  }

  result(): Survey {
    return {
      ...{ count: this.count, first: this.first, last: this.last, recordedAt: this.recordedAt },
      ...{ missing: this.missing, symbol: this.symbol, unitNames: this.names },
      ...{ commands: this.commands, refused: this.refused, streams: this.streams.size },
      deciders: [...this.deciders].sort(),
      days: [...this.days].sort((a, b) => a - b),
      contents: new Map([...this.contents].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }
}

/** What events of the organisation say of names. */
type Naming = {
  readonly units?: readonly (string | { readonly id: string; readonly name: Text })[];
  readonly register?: readonly { readonly id: string; readonly name: Text }[];
  readonly unit?: string;
  readonly name?: Text;
};
