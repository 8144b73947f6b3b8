/** What must hold of every ledger, looked up in that of a whole drill. */
import { brokenAt, canonicalize, entryHash } from '../../../libs/audit';
import { envelopeSchema } from '../../../libs/contracts';
import {
  deciderOf,
  foldAll,
  kindOfStream,
  rungOutcomesOf,
  type Loaded,
  type RoundEvent,
} from '../../../libs/domain';
import {
  directiveTables,
  foldedDirective,
  foldedRound,
  roundTables,
} from '../../integration/support/readmodel-fold';
import { DIRECTIVE_IDS, expectedRungOutcomes } from '../../../samples';
import {
  decidedIn,
  directiveState,
  isDelivery,
  roundsOf,
  type Book,
  type FoldedRound,
} from './book';
import type { PlayedDrill } from './played-drill';

export function testChains(drill: () => PlayedDrill): void {
  test('every stream is a whole chain of canonical CloudEvents', () => {
    for (const [stream, lines] of drill().book) {
      const links = lines.map(({ bytes, version, envelope }) => ({
        bytes,
        version,
        prevhash: envelope.prevhash,
      }));
      expect([stream, brokenAt(links)]).toEqual([stream, null]);
      for (const { bytes, hash, envelope, version } of lines) {
        expect(entryHash(bytes)).toBe(hash);
        expect(canonicalize(envelope)).toBe(bytes);
        expect(envelope).toMatchObject({ subject: stream, streamversion: version });
        envelopeSchema.parse(envelope);
      }
    }
  });

  test('the sequence has no gap and time in it never goes back', () => {
    const lines = [...drill().book.values()].flat().sort((a, b) => a.seq - b.seq);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
    const instants = lines.map(({ envelope }) => envelope.recordedat);
    expect(instants).toEqual([...instants].sort());
  });

  test('playing it reads nothing that is recorded as read, and keeps no histories unless asked', () => {
    const kinds = new Set([...drill().book.keys()].map(kindOfStream));
    expect(kinds).not.toContain('access');
    expect(kinds).not.toContain('histories');
  });

  test('nothing the script asked was refused; of the engine only what the yearly round was not open for', async () => {
    const { rows } = await drill().pool.query<{ type: string; code: string; period: string }>(
      `SELECT type, rejection ->> 'code' AS code, rejection -> 'params' ->> 'period' AS period
       FROM work.command_log WHERE accepted IS NOT TRUE ORDER BY seq`,
    );
    // The province's roll-ups of first halves: the Ministry's round of the year opens in November.
    expect(rows).toEqual(
      ['2022-H1', '2023-H1', '2024-H1', '2025-H1'].map((period) => ({
        ...{ type: 'TakeChildReport', code: 'link.no-round', period },
      })),
    );
  });

  test('every recorded decision is made again by the same rules', () => {
    const { book } = drill();
    for (const stream of book.keys()) {
      const decider = deciderOf(stream);
      let loaded: Loaded<unknown> = { state: decider.initial, version: 0 };
      for (const decided of decidedIn(book, stream)) {
        const again = decider.decide(loaded.state, decided.command);
        expect([stream, decided.command.id, again]).toEqual([
          stream,
          decided.command.id,
          decided.decision,
        ]);
        loaded = foldAll(decider, [decided], loaded);
      }
    }
  });
}

export function testFolds(drill: () => PlayedDrill): void {
  test('every rung of every obligation has exactly one outcome, or is still to come', () => {
    let decided = 0;
    let toCome = 0;
    for (const round of roundsOf(drill().book)) {
      const facts = factsOf(drill().book, round.stream);
      expect([round.stream, facts]).toEqual([round.stream, reachedOf(round)]);
      decided += facts.length;
      toCome += rungsOf(round).length - facts.length;
    }
    expect([decided, toCome]).toEqual([expectedRungOutcomes, 0]);
  });

  test('a fold over the ledger says what the read tables say, for every round and every directive', async () => {
    const { book, pool } = drill();
    for (const { ref, state } of roundsOf(book)) {
      expect(await roundTables(pool, ref)).toEqual(foldedRound(ref, state));
    }
    for (const directive of Object.values(DIRECTIVE_IDS)) {
      expect(await directiveTables(pool, `directive/${directive}`)).toEqual(
        foldedDirective(directiveState(book, directive)),
      );
    }
  });

  test('nothing is left to do', async () => {
    const { rows } = await drill().pool.query<Record<string, string>>(
      `SELECT (SELECT count(*) FROM work.command_log WHERE decided_at IS NULL) AS undecided,
         (SELECT count(*) FROM work.wakeups WHERE next_at <= work.deployment_now()) AS due,
         (SELECT count(*) FROM work.dead_letters) AS dead, work.mail_never_attempted() AS mail,
         (SELECT count(*) FROM work.cursors WHERE seq < (SELECT max(seq) FROM ledger.entries)) AS behind`,
    );
    expect(rows).toEqual([{ undecided: '0', due: '0', dead: '0', mail: '0', behind: '0' }]);
  });

  test('only directives and what is under them, commendations, series, rules, years of recognition, change sets and deliveries have streams', () => {
    const streams = [...drill().book.keys()].filter((stream) => !isDelivery(stream));
    const kinds = streams.map((stream) =>
      stream.replace(/^directive\/[^/]+/, 'directive').replace(/\/.*/, ''),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'calendar',
      'commendation',
      'directive',
      'org',
      'policy',
      'recognition',
      'reorganisation',
      'series',
    ]);
  });
}

/** `unit schedule/rung`, once for every time that an event says what became of it. */
function factsOf(book: Book, stream: string): string[] {
  const events = decidedIn(book, stream).flatMap(({ decision }) =>
    decision.ok ? (decision.events as readonly RoundEvent[]) : [],
  );
  return events
    .flatMap(rungOutcomesOf)
    .map(({ unit, schedule, rung }) => `${unit} ${schedule}/${rung}`)
    .sort();
}

/** Every rung of every ladder that an obligation was ever on. */
function rungsOf({ state }: FoldedRound): { unit: string; key: string; recorded: boolean }[] {
  return Object.values(state.obligations).flatMap(({ unit, outcomes, schedule }) => {
    const earlier = Object.keys(outcomes).map((key) => key.slice(0, key.indexOf('/')));
    return [...new Set([schedule, ...earlier])].flatMap((ladder) =>
      state.schedules[ladder]!.rungs.map(({ id }) => {
        const key = `${ladder}/${id}`;
        return { unit, key, recorded: Object.hasOwn(outcomes, key) };
      }),
    );
  });
}

/** Those of them that are not still to come. */
function reachedOf(round: FoldedRound): string[] {
  const pending = new Set(round.state.pending.map(({ schedule, rung }) => `${schedule}/${rung}`));
  return rungsOf(round)
    .filter(({ key, recorded }) => recorded || !pending.has(key))
    .map(({ unit, key }) => `${unit} ${key}`)
    .sort();
}
