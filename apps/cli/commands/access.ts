/** `dondoc access`: who took evidence, fetched files and was shown names of persons. */
import { ACCESS_KIND } from '../../../libs/contracts';
import type { AccessRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import type { Screen } from '../screen';

export type AccessOptions = {
  readonly directive?: string;
  readonly issuer?: string;
  readonly what?: string;
  readonly reader?: string;
};

export async function accesses(context: Context, options: AccessOptions): Promise<void> {
  const { client, screen } = context;
  const { issuer, ...asked } = options;
  const directive = asked.directive && (await directiveOf(context, asked.directive, issuer));
  const query = { ...asked, ...(directive ? { directive: directive.directive } : {}) };
  const rows = await client.all<AccessRow>('/v1/access', query);
  screen.result(rows, () => {
    screen.title(`Ai đã xem, tải gì: ${rows.length}`, `Who read what: ${rows.length}`);
    screen.table(
      [
        ['Số', 'No.'],
        ['Lúc', 'When'],
        ['Ai', 'Who'],
        ['Gì', 'What'],
        ['Của', 'Of'],
        ['Lý do', 'Reason'],
      ],
      rows.map((row) => [
        String(row.seq),
        screen.time(row.at),
        readerText(screen, row),
        `${screen.text(ACCESS_KIND[row.what])}${amountText(row)}`,
        row.symbol ?? row.subject,
        row.reason ?? '–',
      ]),
    );
  });
}

function readerText(screen: Screen, { reader }: AccessRow): string {
  if (reader === null) return screen.say('(không rõ)', '(not known)');
  const unit = reader.unit === null ? '' : `, ${reader.unit}`;
  return `${reader.id} (${reader.role}${unit})`;
}

function amountText({ range, values }: AccessRow): string {
  if (range !== null) return ` ${range.from}–${range.to}`;
  return values === null ? '' : ` (${values})`;
}
