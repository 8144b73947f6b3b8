/** Directives: the list, one with its duties and silences, and which one a symbol names. */
import { matchInstrument, type Duty, type Instant, type PlannedPeriod } from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import { notStated } from '../not-stated';
import { page, type Page, type Paging } from '../paging';
import { searchForm } from '../search-form';
import type {
  DirectiveDetail,
  DirectiveRow,
  DutyRow,
  FoundDirective,
  OccurrenceRow,
} from '../rows';

const COLUMNS = `d.directive_id AS directive, d.status, d.issuer, u.name AS "issuerName", d.symbol,
  d.issued_on AS "issuedOn", d.issued_at AS "issuedAt", d.draft -> 'abstract' AS abstract,
  d.registered_at AS "registeredAt", d.draft -> 'sources' AS sources`;
const FROM = `read.directives AS d LEFT JOIN read.units AS u ON u.unit_id = d.issuer`;

export type DirectiveFilter = {
  readonly status?: string;
  readonly issuer?: string;
  readonly symbol?: string;
};

export async function directives(
  db: Db,
  { status, issuer, symbol, ...paging }: DirectiveFilter & Paging,
): Promise<Page<DirectiveRow>> {
  const named = symbol === undefined ? undefined : (await directivesNamed(db, symbol)).map(idOf);
  return page<DirectiveRow>(
    db,
    {
      columns: COLUMNS,
      from: FROM,
      where: [
        ['d.status = ?', status],
        ['d.issuer = ?', issuer],
        ['d.directive_id = ANY(?)', named],
      ],
      order: ['d.registered_at', 'd.directive_id'],
    },
    paging,
  );
}

/** By id, else by symbol in whatever spelling; a short form or one that several issuers used names candidates. */
export async function findDirective(
  db: Db,
  idOrSymbol: string,
  issuer?: string,
): Promise<FoundDirective> {
  const byId = await rowOf<DirectiveRow>(
    db,
    `SELECT ${COLUMNS} FROM ${FROM} WHERE d.directive_id = $1`,
    [idOrSymbol],
  );
  if (byId) return { found: 'one', directive: byId };
  const known = await symbols(db);
  const issuers = issuer === undefined ? [undefined] : await issuersCalled(db, issuer);
  const matches = issuers
    .map((it) => matchInstrument({ symbol: idOrSymbol, issuer: it ?? null }, known))
    .filter((it) => it.kind !== 'none');
  const found = matches.flatMap((it) => (it.kind === 'one' ? [it.match] : it.candidates));
  if (found.length === 0) return { found: 'none' };
  const candidates = await rowsOf<DirectiveRow>(
    db,
    `SELECT ${COLUMNS} FROM ${FROM} WHERE d.directive_id = ANY($1)
     ORDER BY d.registered_at, d.directive_id`,
    [found.map(idOf)],
  );
  const certain = matches.length === 1 && matches[0]!.kind === 'one';
  if (certain && candidates.length === 1) return { found: 'one', directive: candidates[0]! };
  return { found: 'several', candidates };
}

type Known = {
  readonly id: string;
  readonly symbol: string;
  readonly issuer: string;
  readonly date: string | null;
};
const idOf = ({ id }: Known): string => id;

function symbols(db: Db): Promise<Known[]> {
  return rowsOf<Known>(
    db,
    `SELECT directive_id AS id, symbol, issuer, issued_on AS date FROM read.directives
     WHERE symbol IS NOT NULL ORDER BY registered_at, directive_id`,
  );
}

async function directivesNamed(db: Db, symbol: string): Promise<readonly Known[]> {
  const match = matchInstrument({ symbol }, await symbols(db));
  if (match.kind === 'none') return [];
  return match.kind === 'one' ? [match.match] : match.candidates;
}

/** An issuer's id, or the ids of the units that were ever called so. */
async function issuersCalled(db: Db, issuer: string): Promise<readonly string[]> {
  const found = await rowsOf<{ id: string }>(
    db,
    `SELECT DISTINCT d.issuer AS id FROM read.directives AS d LEFT JOIN read.units AS u ON u.unit_id = d.issuer
     WHERE d.issuer = $1 OR $2 = ANY(string_to_array(u.search, ' | ')) ORDER BY 1`,
    [issuer, searchForm(issuer)],
  );
  return found.map(({ id }) => id);
}

type DetailRow = Omit<DirectiveDetail, 'duties' | 'occurrences' | 'notStated'>;

export async function directive(db: Db, id: string): Promise<DirectiveDetail | null> {
  const found = await rowOf<DetailRow>(
    db,
    `SELECT ${COLUMNS}, d.draft, d.signer, d.urgency, d.differences, d.warnings, d.corrections,
       d.superseded_by AS "supersededBy", d.late_addressees AS "lateAddressees"
     FROM ${FROM} WHERE d.directive_id = $1`,
    [id],
  );
  if (!found) return null;
  const duties = await dutiesOf(db, id);
  return {
    ...found,
    duties,
    occurrences: await occurrencesOf(db, id),
    notStated: notStated(
      found.draft,
      duties.map(({ duty }) => duty),
    ),
  };
}

/** In the order in which they became known. */
function occurrencesOf(db: Db, id: string): Promise<OccurrenceRow[]> {
  return rowsOf<OccurrenceRow>(
    db,
    `SELECT t.type, t.data, t.at, t.recorded_at AS "recordedAt", t.actor, (
       SELECT coalesce(jsonb_object_agg(u.unit_id, u.name), '{}') FROM read.units AS u
       WHERE u.unit_id IN (t.data -> 'by' ->> 'value', t.data -> 'report' -> 'value' ->> 'to', t.actor ->> 'unit')
         OR t.data -> 'inspected' -> 'value' ? u.unit_id) AS names
     FROM read.timeline AS t
     WHERE t.directive_id = $1 AND t.kind = 'event'
       AND t.type IN ('ConferenceHeld', 'InspectionHeld', 'ResultRecorded') ORDER BY t.seq`,
    [id],
  );
}

async function dutiesOf(db: Db, id: string): Promise<DutyRow[]> {
  return rowsOf<{
    duty: Duty;
    revision: number;
    missing: readonly string[];
    next: { period: PlannedPeriod; opensAt: Instant } | null;
  }>(
    db,
    `SELECT y.duty, y.revision, y.missing, (
       SELECT json_build_object('period', p.period, 'opensAt', p.opens_at) FROM read.planned_rounds AS p
       JOIN read.directives AS d ON d.directive_id = p.directive_id AND d.status IN ('issued', 'suspended')
       WHERE p.directive_id = y.directive_id AND p.duty_id = y.duty_id ORDER BY p.opens_at LIMIT 1) AS next
     FROM read.duties AS y WHERE y.directive_id = $1 ORDER BY y.ordinal, y.duty_id`,
    [id],
  );
}
