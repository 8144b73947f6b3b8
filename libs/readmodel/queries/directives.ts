/** Directives: the list, and which one a symbol names. */
import { matchInstrument } from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import { searchForm } from '../search-form';
import type { DirectiveRow, FoundDirective } from '../rows';

export const COLUMNS = `d.directive_id AS directive, d.status, d.issuer, u.name AS "issuerName", d.symbol,
  d.issued_on AS "issuedOn", d.issued_at AS "issuedAt", d.draft -> 'abstract' AS abstract,
  d.registered_at AS "registeredAt", d.draft -> 'sources' AS sources`;
export const FROM = `read.directives AS d LEFT JOIN read.units AS u ON u.unit_id = d.issuer`;

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
