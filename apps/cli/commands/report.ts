/** `dondoc report DIRECTIVE`: one printable page as of an instant. */
import type { ReportPage } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import { assumptionLines } from './assumptions';
import { countLines } from './counts';
import { occurrences } from './occurrences';
import { restsOnLines } from './rests-on';
import { roundTable } from './round';
import { silences } from './silences';

export type ReportOptions = { readonly issuer?: string; readonly asOf?: string };

export async function report(
  context: Context,
  name: string,
  options: ReportOptions,
): Promise<void> {
  const { client, screen } = context;
  const { directive } = await directiveOf(context, name, options.issuer);
  const { asOf } = options;
  const page = await client.get<ReportPage>(`/v1/report/${directive}`, { asOf });
  screen.result(page, () => {
    const { symbol, issuerName, issuer, abstract } = page.directive;
    screen.title(
      `Báo cáo tình hình thực hiện ${symbol ?? directive}`,
      `State of ${symbol ?? directive}`,
    );
    screen.prose(`${screen.text(issuerName, issuer)}: ${screen.graded(abstract)}`);
    screen.line(`${screen.say('Tính đến', 'As of')} ${screen.time(page.asOf)} (UTC+7)`);
    screen.heading('Kết quả', 'Results');
    countLines(screen, page.counts);
    screen.heading('Các đợt', 'Rounds');
    roundTable(context, page.rounds);
    worst(context, page);
    restsOnLines(
      screen,
      page.incomplete,
      page.incomplete.map((it) => `${screen.text(it.title)}, ${screen.text(it.period)}`),
    );
    urging(context, page);
    occurrences(screen, page.occurrences);
    silences(screen, page);
    screen.heading(`Giả định: ${page.assumptions.length}`, 'Assumptions');
    assumptionLines(screen, page.assumptions);
  });
}

function worst({ screen }: Context, { worst: rows }: ReportPage): void {
  screen.heading('Năm nghĩa vụ quá hạn lâu nhất', 'The five latest');
  screen.table(
    [
      ['Đơn vị', 'Unit'],
      ['Đợt', 'Round'],
      ['Hạn', 'Due'],
      screen.number(['Số ngày quá hạn', 'Days late']),
    ],
    rows.map((it) => [
      screen.text(it.unitName, it.unit),
      `${screen.text(it.title)}, ${screen.text(it.period.label)}`,
      screen.time(it.dueAt),
      it.lateDays,
    ]),
  );
}

function urging({ screen }: Context, { urging: it }: ReportPage): void {
  screen.heading('Đôn đốc', 'Urging');
  screen.prose(
    screen.say(
      `${it.reminders} lượt nhắc việc; ${it.letters} lượt đơn vị trong ${it.letterDrafts} dự thảo văn bản đôn đốc (${it.lettersIssued} đã ban hành); ${it.escalations} lượt báo cáo cấp trên; ${it.explanations} yêu cầu giải trình; ${it.skipped} lượt bỏ qua có lý do.`,
      `${it.reminders} reminders; ${it.letters} units in ${it.letterDrafts} drafts of urging letters (${it.lettersIssued} issued); ${it.escalations} escalations; ${it.explanations} requests for explanation; ${it.skipped} skipped with a reason.`,
    ),
  );
}
