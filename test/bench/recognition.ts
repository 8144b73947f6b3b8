/**
 * `recognition`: a body's year with 2,000 subjects on the real engine: registered, their dossiers handed in, appraised and
 * decided, by 50 callers of whom each waits for its outcome; against the same commands as bare inserts of one row each.
 * Then what the year has become: how long it takes to load, how large its entries are, what Temporal wrote, a page of it.
 */
import { deciderOf, foldAll } from '../../libs/domain';
import { createReads } from '../../libs/readmodel';
import type { BenchRun } from './support/bench';
import { Office } from './support/office';
import { openParts } from './support/parts';
import { RecognitionPlace } from './support/recognition-place';
import { TemporalAsked } from './support/temporal';

export const recognition: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres', 'temporal');
  const office = await Office.open(bench, parts);
  await office.start('worker');
  await office.start('projector');
  const units = bench.small ? 6 : 2_000;
  const place = new RecognitionPlace(office, units);
  await place.found();
  const name = `${units} subjects`;
  const figure = (metric: string, unit: string, value: number, baseline?: number) =>
    bench.figure({
      ...{ case: name, metric, unit, samples: [value] },
      ...(baseline === undefined ? {} : { baseline: [baseline] }),
    });
  let whole = 0;
  for (const [step, work] of [
    ['register', place.register],
    ['hand_in', place.handIn],
    ['appraise', place.appraise],
    ['decide', () => place.decide()],
  ] as const) {
    const seconds = await taken(work);
    whole += seconds;
    bench.say(`${step}: ${seconds.toFixed(1)} s`);
    figure(`seconds_${step}`, 's', seconds);
  }
  const theirs = await taken(() => place.bare());
  figure('seconds', 's', whole, theirs);
  await loading(office, place, figure);
  await paging(office, place, figure);
  const asked = await TemporalAsked.open(bench, parts.temporal!.address);
  const { events, runs } = await asked.soFar(place.stream);
  figure('events_per_act', 'events', events / (3 * units));
  figure('runs', 'runs', runs);
};

type Say = (metric: string, unit: string, value: number, baseline?: number) => void;

/** What every new run of the year begins with. */
async function loading({ ledger }: Office, { stream, pool }: RecognitionPlace, figure: Say) {
  const { decided } = await ledger.load(stream);
  const decider = deciderOf(stream);
  figure('seconds_load', 's', await taken(() => ledger.load(stream)));
  const { state } = foldAll(decider, decided);
  figure('seconds_fold', 's', await taken(async () => foldAll(decider, decided)));
  figure('state', 'bytes', Buffer.byteLength(JSON.stringify(state)));
  const { rows } = await pool.query<{ largest: number; all: string }>(
    'SELECT max(octet_length(bytes)) AS largest, sum(octet_length(bytes)) AS all FROM ledger.entries WHERE stream = $1',
    [stream],
  );
  figure('largest_entry', 'bytes', rows[0]!.largest);
  figure('all_entries', 'bytes', Number(rows[0]!.all));
}

async function paging({ database, ledger }: Office, place: RecognitionPlace, figure: Say) {
  const reader = database.pool('dondoc_api');
  const reads = createReads(reader);
  const head = await ledger.lastSeq();
  const { authority, year, pool } = place;
  await untilProjected(place, head);
  const shown = async () => [
    await reads.recognitionYear(authority, year),
    await reads.recognitionSubjects({ authority, year, limit: 500 }),
  ];
  figure('page', 'bytes', Buffer.byteLength(JSON.stringify(await shown())));
  const bare = () => pool.query('SELECT * FROM read.recognition_subjects ORDER BY unit LIMIT 500');
  await bare();
  figure('seconds_page', 's', await taken(shown), await taken(bare));
}

/** The projector runs beside: it is looked at until it has caught up, and not for ever. */
async function untilProjected({ pool }: RecognitionPlace, head: number): Promise<void> {
  if (head === 0) throw new Error('nothing was decided');
  const since = performance.now();
  while (performance.now() - since < CAUGHT_UP_WITHIN_MS) {
    const { rows } = await pool.query<{ undecided: number; met: number }>(
      `SELECT count(*) FILTER (WHERE status <> 'met')::int AS undecided, count(*)::int AS met
       FROM read.recognition_subjects`,
    );
    if (rows[0]!.met > 0 && rows[0]!.undecided === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the projector has not caught up within ${CAUGHT_UP_WITHIN_MS / 1_000} s`);
}

const CAUGHT_UP_WITHIN_MS = 120_000;

async function taken(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1_000;
}
