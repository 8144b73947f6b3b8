/** `dondoc shortlist explain|take`: the units of a directive ranked from recorded facts, with every criterion and its weight. */
import { BAR_KIND, MERIT, NO_RECOGNITION } from '../../../libs/contracts';
import type { CriterionRow, RankedUnit, RecognitionBar, Shortlist } from '../../../libs/readmodel';
import { actorFor, directiveOf, type Context } from '../context';
import type { Screen } from '../screen';

export type ShortlistOptions = {
  readonly issuer?: string;
  readonly from?: string;
  readonly to?: string;
  readonly top?: string;
  readonly evidence?: boolean;
};

const SHOWN = 10;

export async function explainShortlist(
  context: Context,
  name: string,
  options: ShortlistOptions,
): Promise<void> {
  const page = await context.client.get<Shortlist>(
    '/v1/shortlist',
    await asked(context, name, options),
  );
  context.screen.result(page, () => explain(context.screen, page, options));
}

/** Keeps the list as it is now; a nomination cites its hash. */
export async function takeShortlist(
  context: Context,
  name: string,
  options: ShortlistOptions,
): Promise<void> {
  const { client, screen } = context;
  const taken = await client.post<{ sha256: string; shortlist: Shortlist }>('/v1/shortlist', {
    body: await asked(context, name, options),
    actor: actorFor(context, 'clerk'),
  });
  screen.result(taken, () => {
    explain(screen, taken.shortlist, options);
    screen.line('');
    screen.item(['Đã lưu, SHA-256', 'Kept as SHA-256'], taken.sha256);
  });
}

async function asked(context: Context, name: string, { issuer, from, to }: ShortlistOptions) {
  const { directive } = await directiveOf(context, name, issuer);
  return { directive, from, to };
}

function explain(screen: Screen, page: Shortlist, { top, evidence }: ShortlistOptions): void {
  const { symbol, directive, policy, ranked, barred, ended, notCounted } = page;
  const of = symbol ?? directive;
  screen.title(`Danh sách gợi ý khen thưởng: ${of}`, `Shortlist: ${of}`);
  screen.item(['Tính đến', 'As of'], `${screen.time(page.asOf)} (UTC+7)`);
  screen.item(
    ['Trọng số', 'Weights'],
    `${screen.text(policy.text)}. ${policy.source} [${policy.name}]${policy.assumed ? screen.say(' – giả định: quy tắc có từ sau ngày này', ' – assumed: the rule is younger') : ''}`,
  );
  screen.prose(
    screen.say(
      'Máy chỉ xếp theo số liệu đã ghi nhận; việc đề nghị và quyết định là của người. Cùng điểm là cùng hạng.',
      'The machine only orders recorded facts; people nominate and decide. Equal scores share a rank.',
    ),
  );
  const shown = top === undefined ? SHOWN : Number(top);
  screen.table(
    [
      screen.number(['Hạng', 'Rank']),
      ['Đơn vị', 'Unit'],
      screen.number(['Điểm', 'Score']),
      ['Tiêu chí: số, trọng số, điểm', 'Criteria: count, weight, points'],
    ],
    ranked.slice(0, shown).map((it) => row(screen, it)),
  );
  const more = ranked.length - shown;
  if (more > 0) screen.line(screen.say(`… và ${more} đơn vị khác`, `… and ${more} more`));
  if (evidence) for (const it of ranked.slice(0, shown)) evidenceOf(screen, it);
  bars(screen, barred);
  apart(screen, ended);
  uncounted(screen, notCounted);
  twice(screen, page.registeredTwice ?? []);
}

function row(screen: Screen, { rank, tied, unit, name, score, criteria }: RankedUnit) {
  const place = tied ? `${rank}=` : rank;
  return [
    place,
    screen.text(name, unit),
    points(score),
    criteria.map((it) => criterion(screen, it)).join('; '),
  ];
}

function criterion(screen: Screen, { name, part, of, points: weight, contribution }: CriterionRow) {
  return `${screen.text(name)} ${part}/${of} × ${weight} = ${points(contribution)}`;
}

function points(value: number): string {
  return value.toFixed(1);
}

function evidenceOf(screen: Screen, { unit, name, criteria }: RankedUnit): void {
  screen.heading(`Căn cứ: ${screen.text(name, unit)}`, `Evidence: ${screen.text(name, unit)}`);
  for (const { name: what, evidence } of criteria) {
    screen.prose(`${screen.text(what)}: ${evidence.join(', ') || '–'}`, '  ', '  ');
  }
}

function bars(screen: Screen, barred: Shortlist['barred']): void {
  screen.heading('Không xét', 'Barred');
  if (barred.length === 0) screen.line(screen.say('(không có)', '(none)'));
  for (const { unit, name, bars: all, recognition } of barred) {
    if (recognition !== null) {
      screen.prose(`• ${screen.text(name, unit)}: ${unrecognised(screen, recognition)}`, '', '  ');
    }
    for (const { kind, from, to, reason, source, unit: of, unitName: formerly } of all) {
      const span = `${screen.time(from)} – ${to === null ? '…' : screen.time(to)}`;
      const taken =
        of === unit
          ? ''
          : screen.say(' của ', ' of ') +
            screen.text(formerly, of) +
            screen.say(' (đã tiếp nhận)', ' (taken over)');
      screen.prose(
        `• ${screen.text(name, unit)}: ${screen.text(BAR_KIND[kind])}${taken}, ${span}: ${reason} (${source})`,
        '',
        '  ',
      );
    }
  }
}

function apart(screen: Screen, ended: Shortlist['ended']): void {
  if (ended.length === 0) return;
  screen.heading('Đã kết thúc, không xếp hạng', 'Ended, not ranked');
  for (const { unit, name, on, heir, heirName } of ended) {
    const to =
      heir === null
        ? screen.say('chưa có đơn vị kế thừa', 'no heir is named yet')
        : screen.say('đơn vị kế thừa: ', 'heir: ') + screen.text(heirName, heir);
    screen.prose(`• ${screen.text(name, unit)}: ${screen.time(on)}; ${to}`, '', '  ');
  }
}

function twice(screen: Screen, rows: NonNullable<Shortlist['registeredTwice']>): void {
  if (rows.length === 0) return;
  screen.heading(
    'Đăng ký công nhận tại nhiều cơ quan trong một năm: tính một lần',
    'Registered with several bodies for one year: counted once',
  );
  for (const { unit, name, year, bodies } of rows) {
    const named = bodies.map((one) => screen.text(one.name, one.authority)).join(', ');
    screen.prose(`• ${screen.text(name, unit)}, ${year}: ${named}`, '', '  ');
  }
}

function uncounted(screen: Screen, awards: Shortlist['notCounted']): void {
  if (awards.length === 0) return;
  screen.heading(
    'Không tính: khen thưởng theo chuyên đề, đột xuất',
    'Not counted: thematic and unplanned awards',
  );
  for (const { unit, name, commendation, merit, form, formName, decidedOn } of awards) {
    const what = [
      screen.text(formName, form ?? '–'),
      screen.text(MERIT[merit]),
      decidedOn === null ? '' : screen.time(decidedOn),
      commendation,
    ];
    screen.prose(`• ${screen.text(name, unit)}: ${what.filter(Boolean).join(', ')}`, '', '  ');
  }
}

function unrecognised(
  screen: Screen,
  { year, standing, evidence, number, decidedOn, policy, source }: RecognitionBar,
): string {
  const why = screen.text(NO_RECOGNITION[standing]);
  const by = [number, decidedOn === null ? null : screen.time(decidedOn), evidence]
    .filter((part) => part !== null)
    .join(', ');
  const grounds = by === '' ? '' : ` (${by})`;
  return screen.say(
    `không có công nhận còn giá trị, năm ${year}: ${why}${grounds}; ${source} [${policy}]`,
    `no valid recognition, year ${year}: ${why}${grounds}; ${source} [${policy}]`,
  );
}
