/**
 * What happens in an episode, drawn from a seed: rounds, reports, faults and their moments. Invariant: the same seed and
 * number give the same plan, whatever happened before.
 */
import type { Point } from '../support/arming';
import type { PartName } from '../support/parts';
import { APPS, type App } from '../support/service-process';

export type Fault =
  | { readonly kind: 'kill'; readonly app: App; readonly point: Point; readonly downMs: number }
  | { readonly kind: 'hang'; readonly app: App; readonly forMs: number }
  | {
      readonly kind: 'second';
      readonly app: App;
      readonly killFirst: boolean;
      readonly forMs: number;
    }
  | { readonly kind: 'lapse'; readonly app: App; readonly forMs: number }
  | {
      readonly kind: 'outage';
      readonly part: PartName;
      readonly how: Outage;
      readonly forMs: number;
    }
  | { readonly kind: 'mail'; readonly how: MailFault; readonly forMs: number }
  | { readonly kind: 'witness'; readonly forMs: number }
  | { readonly kind: 'clock'; readonly by: string; readonly forMs: number }
  | { readonly kind: 'mistake'; readonly act: 'garble' | 'throw'; readonly forMs: number }
  | { readonly kind: 'disk'; readonly forMs: number };

export type Outage = 'stopped' | 'killed' | 'frozen' | 'emptied';
export type MailFault = 'down' | 'slow' | 'refuses' | 'mute';

export type RoundPlan = {
  /** Seconds until each rung. */
  readonly ladder: { readonly [rung: string]: number };
  readonly dueAfter: number;
  /** Milliseconds until the report of each unit; null: it never comes. */
  readonly reports: readonly (number | null)[];
  /** What the receiver does with each report at once; null: nothing. */
  readonly judged: readonly ('accept' | 'return' | null)[];
};

export type Episode = {
  readonly number: number;
  readonly rounds: readonly RoundPlan[];
  readonly directive: boolean;
  /** Another system sends two messages with a bad one between them. */
  readonly inbound: boolean;
  /** Somebody's address is erased. */
  readonly erasure: boolean;
  readonly faults: readonly { readonly afterMs: number; readonly fault: Fault }[];
};

/** The points a service passes. */
const POINTS_OF: { readonly [app in App]: readonly Point[] } = {
  api: ['accept:before', 'accept:committed'],
  worker: [
    ...(['load:answered', 'take:answered', 'record:before', 'record:committed'] as const),
    'wake:sent',
  ],
  relay: [
    ...(['publish:before', 'publish:acknowledged', 'cursor:before'] as const),
    ...(['accept:before', 'accept:committed', 'dead-letter:committed'] as const),
  ],
  projector: ['batch:received', 'rows:before-commit', 'batch:handled'],
  reactor: [
    'batch:received',
    'accept:before',
    'accept:committed',
    'cursor:before',
    'batch:handled',
  ],
  notifier: [
    ...(['batch:received', 'rows:before-commit', 'batch:handled', 'mail:before'] as const),
    ...(['mail:answered', 'accept:before', 'accept:committed', 'cursor:before'] as const),
    'mail:planning',
  ],
  checkpointer: [
    ...(['tree:grown', 'checkpoint:signing', 'checkpoint:signed', 'checkpoint:kept'] as const),
    'cosignature:came',
  ],
};

/** Longer than any lease of those that stand by: whoever hangs so long finds that another has taken over. */
const BEYOND_LEASE_MS = 11_000;

const RUNGS = ['T-3', 'T-2', 'T-1', 'T+1', 'T+3', 'T+5'];
/** One outage in so many lasts a whole minute. */
const LONG_EVERY = 20;

export function planEpisode(seed: number, number: number): Episode {
  const draw = drawer(seed, number);
  const rounds = Array.from({ length: draw.int(2, 4) }, () => planRound(draw));
  const faults = [{ afterMs: draw.int(0, 2_500), fault: planFault(draw) }];
  if (draw.chance(0.5)) {
    const second = planFault(draw);
    const apart = targetOf(second) !== targetOf(faults[0]!.fault);
    if (apart) faults.push({ afterMs: draw.int(0, 4_000), fault: second });
  }
  const directive = draw.chance(0.3);
  // What an emptied Kafka had not been read of, whoever sent it must send again: so it is, by contract.
  const inbound = draw.chance(0.4) && !faults.some(({ fault }) => emptiesKafka(fault));
  return { number, rounds, directive, inbound, erasure: draw.chance(0.2), faults };
}

/** One line that says what an episode is. */
export function describeEpisode(episode: Episode): string {
  const { number, rounds, directive, inbound, erasure, faults } = episode;
  const what = faults.map(({ afterMs, fault }) => {
    const { kind, ...of } = fault;
    return `${kind} ${Object.values(of).join(' ')} after ${afterMs} ms`;
  });
  const load = `${rounds.length} rounds${directive ? ', a directive' : ''}${inbound ? ', messages' : ''}${erasure ? ', an erasure' : ''}`;
  return `episode ${number}: ${what.join('; ')} (${load})`;
}

function planRound(draw: Draw): RoundPlan {
  let at = draw.int(5, 20) / 10;
  const ladder: { [rung: string]: number } = {};
  for (const rung of RUNGS) {
    if (draw.chance(0.25)) continue;
    ladder[rung] = at;
    at += draw.int(3, 40) / 10;
  }
  const reports = [0, 1, 2].map(() => (draw.chance(0.2) ? null : draw.int(0, 9_000)));
  const judged = [0, 1, 2].map(() => {
    return draw.chance(0.6) ? null : draw.one(['accept', 'return', 'return'] as const);
  });
  return { ladder, dueAfter: (ladder['T-1'] ?? 3) + 0.2, reports, judged };
}

function planFault(draw: Draw): Fault {
  const app = draw.one(APPS);
  const forMs = draw.int(300, 7_000);
  const outageMs = draw.chance(1 / LONG_EVERY) ? 60_000 : forMs;
  switch (
    draw.weighted({
      kill: 9,
      outage: 6,
      mail: 2,
      hang: 2,
      second: 2,
      lapse: 2,
      clock: 1,
      mistake: 1,
      disk: 1,
      witness: 1,
    })
  ) {
    case 'outage': {
      const part = draw.one(['postgres', 'temporal', 'kafka'] as const);
      const hows = ['stopped', 'killed', 'frozen', 'emptied'] as const;
      const how = draw.one(part === 'postgres' ? hows.slice(0, 3) : hows);
      return { kind: 'outage', part, how, forMs: outageMs };
    }
    case 'mail':
      return { kind: 'mail', how: draw.one(['down', 'slow', 'refuses', 'mute'] as const), forMs };
    case 'hang':
      return { kind: 'hang', app, forMs: draw.int(500, 12_000) };
    case 'second':
      return { kind: 'second', app, killFirst: draw.chance(0.5), forMs };
    case 'lapse':
      return { kind: 'lapse', app, forMs: draw.int(BEYOND_LEASE_MS, 1.5 * BEYOND_LEASE_MS) };
    case 'clock':
      return { kind: 'clock', by: draw.one(['1 hour', '1 day', '-1 hour', '-1 day']), forMs };
    case 'mistake':
      return { kind: 'mistake', act: draw.one(['garble', 'throw'] as const), forMs };
    case 'disk':
      return { kind: 'disk', forMs };
    case 'witness':
      return { kind: 'witness', forMs };
    default:
      return { kind: 'kill', app, point: draw.one(POINTS_OF[app]), downMs: draw.int(0, 3_000) };
  }
}

function emptiesKafka(fault: Fault): boolean {
  return fault.kind === 'outage' && fault.part === 'kafka' && fault.how === 'emptied';
}

/** Two faults of one episode do not do to each other what no operator could tell apart. */
function targetOf(fault: Fault): string {
  switch (fault.kind) {
    case 'kill':
    case 'hang':
    case 'second':
    case 'lapse':
      return fault.app;
    case 'outage':
      return fault.part;
    case 'clock':
    case 'disk':
      return 'postgres';
    case 'mistake':
      return 'worker';
    case 'mail':
    case 'witness':
      return fault.kind;
  }
}

type Draw = ReturnType<typeof drawer>;

function drawer(seed: number, number: number) {
  const next = mulberry32(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    chance: (of: number) => next() < of,
    one: <Of>(from: readonly Of[]): Of => from[int(0, from.length - 1)]!,
    weighted: <Name extends string>(weights: { readonly [name in Name]: number }): Name => {
      const all = Object.entries(weights) as [Name, number][];
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0);
      return all.find(([, weight]) => (left -= weight) < 0)?.[0] ?? all[0]![0];
    },
  };
}

/** A small generator with a good spread; https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
