/** Laws of the read model: whatever is recorded, its tables say the same as a fold over the ledger. */
import fc from 'fast-check';
import {
  deciderOf,
  directiveDecider,
  foldAll,
  parseRoundStream,
  step,
  type Command,
  type DirectiveState,
  type RoundState,
} from '../../libs/domain';
import { livesOf, STREAMS } from '../../libs/domain/testing/arbitraries';
import {
  ACK,
  CLERK,
  DRAFT,
  LEADER,
  ON_REQUEST,
  REPORT,
  stated,
} from '../../libs/domain/testing/directive-07';
import { SYSTEM } from '../../libs/domain/testing/scene';
import { life } from '../../libs/domain/round/testing/arbitraries';
import { play } from '../../libs/domain/round/testing/play';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';
import {
  directiveTables,
  foldedDirective,
  foldedRound,
  roundTables,
} from './support/readmodel-fold';

let database: ReadmodelDatabase;
let lives = 0;

beforeAll(async () => {
  database = await readmodelDatabase('laws');
});
afterAll(() => database.drop());

const batches = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });

/** A life broken off anywhere: the tables must be right at every moment, not only at the end. */
const cut = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));

test('a round of any life reads as its folded state', async () => {
  await fc.assert(
    fc.asyncProperty(life, cut, batches, async (lived, until, sizes) => {
      const stream = `directive/law-${(lives += 1)}/round/report/2018/0`;
      const { decided } = play(lived);
      const some = decided.slice(0, Math.ceil(decided.length * until));
      await database.record(stream, some);
      await database.projectNew(sizes);
      const state = foldAll(deciderOf(stream), some).state as RoundState;
      if (state.status === 'none') return;
      const ref = parseRoundStream(stream)!;
      expect(await roundTables(database.pool, ref)).toEqual(foldedRound(ref, state));
    }),
    { numRuns: 80 },
  );
});

test('a directive of any life reads as its folded state', async () => {
  const [, commands] = STREAMS.find(([stream]) => stream === 'directive/d-07')!;
  const lived = livesOf('directive/d-07', commands);
  await fc.assert(
    fc.asyncProperty(fc.boolean(), lived, batches, async (issued, asked, sizes) => {
      const stream = `directive/law-${(lives += 1)}`;
      const beginning = { state: directiveDecider.initial, version: 0 };
      const all = issued ? [...ISSUED, ...asked] : asked;
      const { decided } = step(
        deciderOf(stream),
        beginning,
        { waiting: all, now: '2014-08-31T00:00:00.000Z' },
        stream,
      );
      await database.record(stream, decided);
      await database.projectNew(sizes);
      const state = foldAll(deciderOf(stream), decided).state as DirectiveState;
      if (state.status === 'none') return;
      expect(await directiveTables(database.pool, stream)).toEqual(foldedDirective(state));
    }),
    { numRuns: 120 },
  );
});

/** From nothing, few random commands get far: most lives begin as an issued directive. */
const ISSUED: readonly Command[] = [
  ['RegisterDirective', { draft: DRAFT, duties: [ACK, REPORT, ON_REQUEST] }, CLERK] as const,
  [
    'IssueDirective',
    {
      symbol: null,
      date: '2014-08-15',
      signer: stated({ position: 'Bộ trưởng', capacity: 'head' }),
      urgency: 'normal',
    },
    LEADER,
  ] as const,
  ['ConfirmIssue', { number: 7, symbol: '07/CT-BCA-V28', series: 's' }, SYSTEM] as const,
].map(([type, data, actor], n) => {
  const at = `2014-08-14T0${n}:00:00.000Z`;
  return {
    id: `b${n}`,
    stream: 'directive/d-07',
    type,
    data,
    actor,
    receivedAt: at,
    effectiveAt: at,
  };
});
