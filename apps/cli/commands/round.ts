/** `dondoc round list | show | missing`. */
import { AUDIENCE, RUNG_KIND } from '../../../libs/contracts';
import type { ObligationRow, RoundDetail, RoundRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import { BUCKET_HEADS, bucketCells, countLines } from './counts';
import { missingText } from './duty-text';
import { roundStatus } from './status';
import { unitTable } from './unit-table';

export type RoundListOptions = { readonly directive?: string; readonly issuer?: string };

export async function listRounds(context: Context, options: RoundListOptions): Promise<void> {
  const { client, screen } = context;
  const directive = options.directive
    ? (await directiveOf(context, options.directive, options.issuer)).directive
    : undefined;
  const rows = await client.all<RoundRow>('/v1/rounds', { directive });
  screen.result(rows, () => {
    screen.title('Các đợt', 'Rounds');
    roundTable(context, rows);
  });
}

/** One table per directive; under each round its id, as the other commands take it. */
export function roundTable({ screen }: Pick<Context, 'screen'>, rows: readonly RoundRow[]): void {
  const directives = [...new Set(rows.map((it) => it.directive))];
  for (const directive of directives) {
    const own = rows.filter((it) => it.directive === directive);
    if (directives.length > 1) screen.line(`\n${own[0]!.symbol ?? directive}`);
    screen.table(
      [
        ['Đợt', 'Round'],
        ['Hạn', 'Due'],
        ['Tình trạng', 'Status'],
        ...BUCKET_HEADS.map((it) => screen.number(it)),
      ],
      own.map((it) => [
        `${screen.text(it.title)}, ${screen.text(it.period.label)}\n  ${it.round}`,
        screen.time(it.dueAt) + (it.provisional ? screen.say(' (tạm tính)', ' (provisional)') : ''),
        it.missing.length > 0
          ? `${roundStatus(screen, it.status)}: ${missingText(screen, it.missing)}`
          : roundStatus(screen, it.status),
        ...bucketCells(it.counts),
      ]),
    );
  }
  if (rows.length === 0) screen.line(screen.say('(không có)', '(none)'));
}

export async function showRound(context: Context, id: string): Promise<void> {
  const { client, screen } = context;
  const round = await client.get<RoundDetail>(`/v1/rounds/${encodeURIComponent(id)}`);
  const units = await client.all<ObligationRow>('/v1/obligations', { round: id });
  screen.result({ ...round, obligations: units }, () => {
    screen.title(`Đợt ${screen.text(round.title)}`, screen.text(round.period.label));
    screen.line(`${round.symbol ?? ''}  ${round.round}  ${roundStatus(screen, round.status)}`);
    screen.line(
      `${screen.say('Mở', 'Opened')}: ${screen.time(round.openedAt)}   ${screen.say('Hạn', 'Due')}: ${screen.time(round.dueAt)}`,
    );
    screen.line();
    countLines(screen, round.counts);
    ladder(context, round);
    screen.heading('Các đơn vị', 'Units');
    unitTable(screen, units);
  });
}

function ladder({ screen }: Context, round: RoundDetail): void {
  screen.heading('Các mức nhắc', 'Ladder');
  screen.table(
    [
      ['Mức', 'Rung'],
      ['Lúc', 'At'],
      ['Việc', 'What'],
      ['Gửi', 'To'],
      screen.number(['Đã nhắc', 'Issued']),
      screen.number(['Bỏ qua', 'Skipped']),
    ],
    round.schedules.flatMap(({ rungs }) =>
      rungs.map((it) => [
        it.schedule === 's0' ? it.rung : `${it.schedule}/${it.rung}`,
        screen.time(it.at),
        RUNG_KIND[it.kind][screen.lang],
        AUDIENCE[it.audience][screen.lang],
        it.issued,
        it.skipped,
      ]),
    ),
  );
}

export async function missingOf({ client, screen }: Context, round: string): Promise<void> {
  const rows = await client.all<ObligationRow>('/v1/obligations', { round, missing: true });
  screen.result(rows, () => {
    screen.title(`Chưa gửi: ${rows.length} đơn vị`, `Not submitted: ${rows.length} units`);
    unitTable(screen, rows);
  });
}
