/** `dondoc why shortlist DIRECTIVE UNIT`: why that unit has that place, criterion by criterion, down to the entries. */
import { STANDING } from '../../../libs/contracts';
import type { ObligationRow, RankedUnit, Shortlist } from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import { directiveOf, type Context } from '../context';
import type { Screen } from '../screen';
import { lookUp } from './why';

type Named = { readonly directive: string; readonly unit: string };
type Options = {
  readonly issuer?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
};

export async function whyPlace(
  context: Context,
  { directive: name, unit: called }: Named,
  { issuer, from, to, asOf }: Options,
): Promise<void> {
  const { client, screen } = context;
  const { directive } = await directiveOf(context, name, issuer);
  const { unit } = await client.get<{ readonly unit: string }>(
    `/v1/units/${encodeURIComponent(called)}`,
  );
  const page = await client.get<Shortlist>('/v1/shortlist', { directive, from, to, asOf });
  const place = page.ranked.find((it) => it.unit === unit);
  if (place === undefined) throw apart(page, unit);
  const rows = await client.all<ObligationRow>('/v1/obligations', { directive, unit, asOf });
  screen.result({ ...place, policy: page.policy, obligations: rows }, () => {
    const of = screen.text(place.name, unit);
    screen.title(`Vì sao hạng ${place.rank}: ${of}`, `Why rank ${place.rank}: ${of}`);
    screen.item(['Tính đến', 'As of'], `${screen.time(page.asOf)} (UTC+7)`);
    screen.item(
      ['Trọng số', 'Weights'],
      `${screen.text(page.policy.text)}. ${page.policy.source} [${page.policy.name}]`,
    );
    neighbours(screen, page, place);
    for (const criterion of place.criteria) {
      const { part, of: whole, points, contribution, evidence } = criterion;
      screen.line(
        `\n${screen.text(criterion.name)}: ${part} / ${whole} × ${points} = ${contribution.toFixed(1)}`,
      );
      for (const it of evidence) screen.prose(evidenceText(screen, it, rows), '  ', '  ');
    }
    lookUp(screen);
  });
}

/** Who stands before and after it, and by how much. */
function neighbours(screen: Screen, { ranked }: Shortlist, place: RankedUnit): void {
  const at = ranked.indexOf(place);
  const around = ranked.slice(Math.max(0, at - 1), at + 2);
  screen.table(
    [screen.number(['Hạng', 'Rank']), ['Đơn vị', 'Unit'], screen.number(['Điểm', 'Score'])],
    around.map((it) => [
      it.tied ? `${it.rank}=` : it.rank,
      screen.text(it.name, it.unit),
      it.score.toFixed(1),
    ]),
  );
}

/** An obligation with the entry that last changed it; what is no obligation names itself. */
function evidenceText(screen: Screen, evidence: string, rows: readonly ObligationRow[]): string {
  const it = rows.find(
    ({ obligation }) => evidence === obligation || evidence.includes(`=${obligation}`),
  );
  if (it === undefined) return evidence;
  const what = `${screen.text(it.title)}, ${screen.text(it.period.label)}`;
  const { [screen.lang]: standing } = STANDING[it.standing];
  return `${what}: ${standing} ← ${it.entry}`;
}

function apart({ barred, ended }: Shortlist, unit: string): Error {
  const why = barred.some((it) => it.unit === unit)
    ? 'không xét · barred'
    : ended.some((it) => it.unit === unit)
      ? 'đã kết thúc · ended'
      : 'không có nghĩa vụ nào · owes nothing here';
  return cliError(
    EXIT.failed,
    `${unit} không được xếp hạng · is not ranked: ${why}. dondoc shortlist explain cho biết vì sao · tells why`,
  );
}
