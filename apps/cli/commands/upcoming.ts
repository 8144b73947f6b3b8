/** `dondoc upcoming`: what time itself will do next, of whatever kind, and why the day is that day. */
import { explain } from '../../../libs/calendar';
import { AUDIENCE, COMMENDATION_STEP, RECOGNITION_DAY, RUNG_KIND } from '../../../libs/contracts';
import type { Page, UpcomingRow } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import type { Screen } from '../screen';

export type UpcomingOptions = {
  readonly directive?: string;
  readonly issuer?: string;
  readonly top: string;
};

export async function upcoming(context: Context, options: UpcomingOptions): Promise<void> {
  const { client, screen } = context;
  const directive = options.directive
    ? (await directiveOf(context, options.directive, options.issuer)).directive
    : undefined;
  const asked = { directive, limit: options.top };
  const page = await client.get<Page<UpcomingRow>>('/v1/upcoming', asked);
  screen.result(page, () => {
    screen.title('Việc sắp tới', 'What is to come');
    if (page.items.length === 0) screen.line(screen.say('(không có)', '(none)'));
    for (const row of page.items) line(screen, row);
    if (page.next === null) return;
    screen.line(screen.say('… còn nữa: --top', '… there is more: --top'));
  });
}

function line(screen: Screen, row: UpcomingRow): void {
  screen.prose(`• ${screen.time(row.at)}  ${what(screen, row)}`, '', '  ');
  const why = row.derivation?.length ? explain(row.derivation, screen.lang) : row.reason;
  if (why) screen.prose(`${screen.say('Vì sao', 'Why')}: ${why}`, '    ');
}

function what(screen: Screen, row: UpcomingRow): string {
  const { lang } = screen;
  const of = row.symbol ?? row.directive ?? '';
  switch (row.kind) {
    case 'roundOpens':
      return `${screen.say('mở đợt', 'round opens')}: ${duty(screen, row)}, ${of}`;
    case 'rung':
      return `${rung(screen, row)}: ${duty(screen, row)}, ${of}`;
    case 'commendationRung': {
      const step = row.step === null ? '' : COMMENDATION_STEP[row.step][lang];
      return `${rung(screen, row)}: ${screen.say('khen thưởng', 'commendation')} ${row.commendation}, ${step}`;
    }
    case 'recognitionDay': {
      const day = RECOGNITION_DAY[row.day as keyof typeof RECOGNITION_DAY][lang];
      const year = screen.say('công nhận', 'recognition');
      return `${day} (${screen.time(row.last)}): ${year} ${row.authority} ${row.year}`;
    }
    case 'archiveDay':
      return row.day === 'reminder'
        ? `${screen.say('nhắc nộp lưu trữ', 'reminder of the archive')}: ${of}`
        : `${screen.say('hết hạn nộp lưu trữ', 'due at the archive')}: ${of}`;
    case 'reviewCutOff':
      return `${screen.say('chốt số liệu sơ kết, tổng kết', 'cut-off of the review')} ${row.review}: ${of}`;
  }
}

function duty(screen: Screen, { title, duty: id, period }: UpcomingRow): string {
  return [screen.text(title, id ?? ''), screen.text(period?.label, '')].filter(Boolean).join(', ');
}

function rung(screen: Screen, { rung: id, rungKind, audience }: UpcomingRow): string {
  const kind = rungKind === null ? '' : RUNG_KIND[rungKind][screen.lang];
  const whom = audience === null ? '' : AUDIENCE[audience][screen.lang];
  return `${id}, ${kind} (${whom})`;
}
