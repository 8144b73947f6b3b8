/**
 * Who has no valid recognition where a policy in force bars for it: of the year asked, or of the year before while that one
 * is not decided. Who neither registered nor is obliged falls under no norm and is not barred.
 */
import { unitAt, type LocalDate, type Unit } from '../../domain';
import { rowsOf, type Db } from '../db';
import type { RecognitionBar } from '../rows';
import { policyOn } from './policy-on';

export type BarQuestion = {
  readonly issuer: string;
  readonly units: readonly string[];
  /** The calendar year of which recognition is asked. */
  readonly year: number;
  readonly on: LocalDate;
};

type Row = {
  readonly unit: string;
  readonly year: number;
  readonly status: string;
  readonly stream: string;
  readonly number: string | null;
  readonly decidedOn: LocalDate | null;
};

type Standing = Omit<RecognitionBar, 'policy' | 'source'>;

const DECIDED_AGAINST = ['notMet', 'revoked'] as const;

export async function recognitionBars(
  db: Db,
  { issuer, units, year, on }: BarQuestion,
): Promise<ReadonlyMap<string, RecognitionBar>> {
  const policy = await policyOn(db, { kind: 'recognitionBar', issuer, on });
  if (policy === null) return new Map();
  const obliged = new Set(await ofKinds(db, { units, kinds: policy.value.obliged, on }));
  const rows = await yearsOf(db, units, year);
  const { id, version, source } = policy;
  const rule = { policy: `${id}@${version}`, source };
  return new Map(
    units.flatMap((unit): [string, RecognitionBar][] => {
      const own = rows.filter((row) => row.unit === unit);
      const found = withoutRecognition(own, year, obliged.has(unit));
      return found === null ? [] : [[unit, { ...found, ...rule }]];
    }),
  );
}

/** Null where nothing bars: recognised, or under no norm. */
function withoutRecognition(own: readonly Row[], year: number, obliged: boolean): Standing | null {
  const its = own.filter((row) => row.year === year);
  if (its.length === 0 && !obliged) return null;
  // With two bodies in one year it is recognised once: by both, or not at all.
  const against = its.find(isAgainst);
  if (against) return barOf(against);
  if (its.some(({ status }) => status === 'met')) return null;
  const before = own.filter((row) => row.year === year - 1);
  const earlier = before.find(isAgainst);
  // A recognition of the year before stands until this year's is decided.
  if (earlier === undefined && before.some(({ status }) => status === 'met')) return null;
  const last = earlier ?? its[0];
  return last
    ? barOf(last)
    : { year, standing: 'none', evidence: null, number: null, decidedOn: null };
}

function isAgainst({ status }: Row): boolean {
  return DECIDED_AGAINST.some((one) => one === status);
}

function barOf({ year, status, stream, number, decidedOn }: Row): Standing {
  const standing = DECIDED_AGAINST.find((one) => one === status) ?? 'undecided';
  return { year, standing, evidence: stream, number, decidedOn };
}

function yearsOf(db: Db, units: readonly string[], year: number): Promise<Row[]> {
  return rowsOf<Row>(
    db,
    `SELECT unit, year, status, 'recognition/' || authority || '/' || year AS stream, decision_number AS number,
       decided_on AS "decidedOn"
     FROM read.recognition_subjects WHERE unit = ANY($1) AND year IN ($2, $3) ORDER BY unit, year, authority`,
    [units, year, year - 1],
  );
}

type Kinds = Pick<BarQuestion, 'units' | 'on'> & { readonly kinds: readonly string[] };

/** Those of the units that are of one of these kinds on the day. */
async function ofKinds(db: Db, { units, kinds, on }: Kinds): Promise<string[]> {
  if (kinds.length === 0) return [];
  const found = await rowsOf<{ record: Unit }>(
    db,
    `SELECT record FROM read.units WHERE unit_id = ANY($1) ORDER BY unit_id`,
    [units],
  );
  return found.flatMap(({ record }) => {
    const kind = unitAt(record, on)?.kind;
    return kind !== undefined && kinds.includes(kind) ? [record.id] : [];
  });
}
