/** `dondoc assumptions`: rules used before their date or outside their scope, values nobody stated, what is taken of later instruments. */
import { localDateText } from '../../../libs/contracts';
import type { AssumptionRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import type { Screen } from '../screen';

export type AssumptionOptions = { readonly directive?: string; readonly issuer?: string };

export async function assumptions(context: Context, options: AssumptionOptions): Promise<void> {
  const { client, screen } = context;
  const directive = options.directive
    ? (await directiveOf(context, options.directive, options.issuer)).directive
    : undefined;
  const rows = await client.all<AssumptionRow>('/v1/assumptions', { directive });
  screen.result(rows, () => {
    screen.title(`Giả định đang dùng: ${rows.length}`, `Assumptions in use: ${rows.length}`);
    assumptionLines(screen, rows);
  });
}

export function assumptionLines(screen: Screen, rows: readonly AssumptionRow[]): void {
  if (rows.length === 0) screen.line(screen.say('(không có)', '(none)'));
  for (const row of rows) {
    screen.prose(
      `• ${[row.symbol ?? row.directive, row.duty].filter(Boolean).join(', ')}: ${dated(screen.text(row.text))}`,
      '',
      '  ',
    );
    const source = `${screen.say('Căn cứ', 'Source')}: ${row.source}`;
    const periods = row.periods.map((it) =>
      it === 'once' ? screen.say('đợt một lần', 'the only round') : it,
    );
    const used = `; ${screen.say('dùng cho', 'used for')} ${periodsText(periods)}`;
    screen.prose(`${source}${periods.length === 0 ? '' : used} [${row.code}]`, '    ');
  }
}

/** Dates within a sentence, as people write them. */
function dated(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => localDateText(date) ?? date);
}

/** A long list of periods is told by its ends and its length. */
function periodsText(periods: readonly string[]): string {
  if (periods.length <= 4) return periods.join(', ') || '–';
  return `${periods[0]} … ${periods.at(-1)} (${periods.length})`;
}
