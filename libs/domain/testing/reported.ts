/**
 * The histories of a directive, its one round and its review, decided by their deciders: one unit in time, one late, one
 * never, and one that joined later.
 */
import { deciderOf } from '../deciders';
import { stamp, type Actor, type Command, type Event, type Stored } from '../kernel';
import type { StreamHistory } from '../review/pack-sources';
import { ACK, convening, DRAFT, ISSUED_AT, LEADER, next, period, stated } from './directive-07';
import { SYSTEM } from './scene';

const DIRECTIVE = 'directive/d-07';
const ROUND = `${DIRECTIVE}/round/ack/once/0`;
const JOINED = `${DIRECTIVE}/round/ack/once/1`;
const REVIEW = `${DIRECTIVE}/review/1`;
const ASKED_AT = '2014-08-28T01:00:00.000Z';
const CUT_OFF = '2014-12-31T10:00:00.000Z';

type Asking = { readonly at: string; readonly by?: Actor; readonly plan?: unknown };

/** Decides one command after the other, and keeps what happened in each stream. */
class Book {
  private readonly streams = new Map<
    string,
    { state: unknown; version: number; events: Stored<Event>[] }
  >();

  ask(stream: string, type: string, data: unknown, { at, by = SYSTEM, plan }: Asking): void {
    const decider = deciderOf(stream);
    const kept = this.streams.get(stream) ?? { state: decider.initial, version: 0, events: [] };
    this.streams.set(stream, kept);
    const times = { receivedAt: at, effectiveAt: at };
    const id = `${stream}@${kept.version + 1}`;
    const command: Command = { id, stream, type, data, actor: by, ...times, plan };
    const decision = decider.decide(kept.state, command);
    if (!decision.ok) throw new Error(`${type}: ${JSON.stringify(decision.rejection)}`);
    kept.version += 1 + decision.events.length;
    for (const event of decision.events.map((one) => stamp(one, command))) {
      kept.state = decider.evolve(kept.state, event);
      kept.events.push(event);
    }
  }

  histories(): readonly StreamHistory[] {
    return [...this.streams].map(([stream, { version, events }]) => ({ stream, version, events }));
  }
}

type Called = {
  readonly period?: { readonly from: string | null; readonly to: string | null };
  readonly units?: readonly string[];
};

/**
 * Due on 18/08/2014 at 17:00 in Việt Nam: `cat-a` in time, `cat-b` a day late, `cat-c` explains and hands in
 * nothing, `cat-d` joins later.
 */
export function reported(called: Called = {}): readonly StreamHistory[] {
  const book = new Book();
  issueAndConvene(book);
  submit(book);
  review(book, called);
  return book.histories();
}

function issueAndConvene(book: Book): void {
  const at = ISSUED_AT;
  const signer = stated({ position: 'Bộ trưởng', capacity: 'head' });
  book.ask(DIRECTIVE, 'RegisterDirective', { draft: DRAFT, duties: [ACK] }, { at, by: LEADER });
  const issue = { symbol: null, date: '2014-08-15', signer };
  book.ask(DIRECTIVE, 'IssueDirective', issue, { at, by: LEADER });
  const number = { number: 7, symbol: '07/CT-BCA-V28', series: 's' };
  book.ask(DIRECTIVE, 'ConfirmIssue', number, { at });
  const indicator = {
    id: 'acknowledged',
    title: { vi: 'Đã xác nhận', en: 'Acknowledged' },
    duty: 'ack',
    numerator: { kind: 'accepted' },
    denominator: { kind: 'owed' },
    target: { grade: 'notStated' },
    by: null,
  };
  book.ask(DIRECTIVE, 'DefineIndicator', { indicator }, { at, by: LEADER, plan: { until: null } });
  const first = { duty: 'ack', after: null };
  book.ask(DIRECTIVE, 'PlanRound', first, { at, plan: next('once', at) });
  book.ask(DIRECTIVE, 'WakeUp', {}, { at });
  const asks = { id: 'T10', at: ASKED_AT, kind: 'explanation', audience: 'head' };
  const usual = convening(['cat-c', 'cat-a', 'cat-b']);
  const plan = { ...usual, schedule: { ...usual.schedule, rungs: [asks] } };
  book.ask(DIRECTIVE, 'ConveneRound', { duty: 'ack', period: period('once') }, { at, plan });
  const heading = {
    directive: 'd-07',
    symbol: '07/CT-BCA-V28',
    issuer: 'bo-cong-an',
    duty: 'ack',
    dutyKind: 'acknowledge',
    title: ACK.title,
    period: period('once'),
    to: ['v28'],
    via: null,
    standingBody: 'v28',
    acceptance: 'automatic',
  };
  const { units, schedule } = plan;
  book.ask(ROUND, 'OpenRound', { heading, shard: 0, units, schedule, late: false }, { at });
  const joins = { heading, shard: 1, units: [{ unit: 'cat-d', superior: null }], late: true };
  book.ask(JOINED, 'OpenRound', { ...joins, schedule }, { at });
}

function submit(book: Book): void {
  const report = {
    number: null,
    date: null,
    signer: null,
    summary: 'đã nhận',
    nil: false,
    contentSha256: null,
    files: [],
  };
  const focal = (unit: string): Actor => ({ id: unit, role: 'focal', unit });
  for (const [unit, at] of [
    ['cat-a', '2014-08-18T10:00:00.000Z'],
    ['cat-b', '2014-08-19T10:00:00.000Z'],
  ] as const) {
    book.ask(ROUND, 'SubmitReport', { unit, report }, { at, by: focal(unit) });
  }
  book.ask(ROUND, 'WakeUp', {}, { at: ASKED_AT });
  const explained = { unit: 'cat-c', text: 'lũ lụt' };
  const at = '2014-09-01T01:00:00.000Z';
  book.ask(ROUND, 'GiveExplanation', explained, { at, by: focal('cat-c') });
}

function review(book: Book, { period: of, units }: Called): void {
  const at = '2014-12-01T01:00:00.000Z';
  const label = { vi: 'năm 2014', en: '2014' };
  const scope = units ? { text: 'một tỉnh', units: stated(units) } : null;
  const called = {
    n: 1,
    kind: 'preliminary',
    period: { from: '2014-01-01', to: '2014-12-31', ...of, label },
    scope,
    cutOff: CUT_OFF,
    reason: 'sơ kết',
    document: null,
    ofRound: null,
    selfAssessment: null,
    heading: { directive: 'd-07', symbol: '07', issuer: 'bo-cong-an', monitor: null, tasks: [] },
  };
  book.ask(REVIEW, 'OpenReview', called, { at });
  book.ask(REVIEW, 'WakeUp', {}, { at: CUT_OFF });
}
