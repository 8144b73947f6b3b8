/** `dondoc indicator`: the values of a directive's indicators, and for one of them whose reports are in it. */
import { GRADE } from '../../../libs/contracts';
import { valueOf, type Measure } from '../../../libs/domain';
import type { IndicatorOfPeriod, IndicatorRow, Indicators } from '../../../libs/readmodel';
import { directiveOf, type Context } from '../context';
import type { Screen, Words } from '../screen';
import { unitName } from './unit-name';

export type IndicatorOptions = {
  readonly issuer?: string;
  readonly period?: string;
  readonly asOf?: string;
};

export async function listIndicators(
  context: Context,
  name: string,
  options: IndicatorOptions,
): Promise<void> {
  const { screen } = context;
  const page = await asked(context, name, options);
  screen.result(page, () => {
    head(screen, page, ['Chỉ tiêu', 'Indicators']);
    for (const row of page.items) {
      screen.heading(`${row.indicator.id}: ${row.indicator.title.vi}`, row.indicator.title.en);
      definition(screen, row);
      screen.table(
        [
          ['Kỳ', 'Period'],
          screen.number(['Đạt', 'Part']),
          screen.number(['Trên', 'Of']),
          ['Tỷ lệ', 'Rate'],
          ['So với chỉ tiêu', 'Against the target'],
        ],
        row.values.map((value) => [
          screen.text(value.period.label),
          value.numerator,
          value.denominator,
          rate(screen, row, value),
          reached(screen, row, value),
        ]),
      );
    }
    if (page.items.length === 0) {
      screen.line(screen.say('Chưa xác định chỉ tiêu nào.', 'No indicator is defined.'));
    }
  });
}

export async function explainIndicator(
  context: Context,
  name: string,
  indicator: string,
  options: IndicatorOptions,
): Promise<void> {
  const { screen } = context;
  const page = await asked(context, name, { ...options, indicator });
  screen.result(page, () => {
    head(screen, page, ['Chỉ tiêu', 'Indicator']);
    for (const row of page.items) {
      definition(screen, row);
      for (const value of row.values) explained(screen, row, value);
    }
    if (page.items.length === 0) {
      screen.line(
        screen.say(
          `Chưa có chỉ tiêu ${indicator}; xem: dondoc indicator list ${name}`,
          `There is no indicator ${indicator}; see: dondoc indicator list ${name}`,
        ),
      );
    }
  });
}

async function asked(
  context: Context,
  name: string,
  { issuer, ...rest }: IndicatorOptions & { readonly indicator?: string },
): Promise<Indicators> {
  const { directive } = await directiveOf(context, name, issuer);
  return context.client.get<Indicators>('/v1/indicators', { ...rest, directive });
}

function head(screen: Screen, { asOf, items }: Indicators, [vi, en]: Words): void {
  const symbol = items[0]?.symbol ?? '';
  screen.title(`${vi} ${symbol}`.trim(), `${en} ${symbol}`.trim());
  screen.line(`${screen.say('Tính đến', 'As of')} ${screen.time(asOf)} (UTC+7)`);
}

function definition(screen: Screen, { indicator, dutyTitle, labels }: IndicatorRow): void {
  const { numerator, denominator, target, by, duty, version } = indicator;
  screen.item(['Tử số', 'Numerator'], measure(screen, numerator, labels), '  ');
  screen.item(['Mẫu số', 'Denominator'], measure(screen, denominator, labels), '  ');
  const shown = screen.graded(
    target,
    ({ comparator, part, of }) => `${comparator} ${of === 100 ? `${part} %` : `${part}/${of}`}`,
  );
  screen.item(['Chỉ tiêu', 'Target'], shown, '  ');
  if (target.grade === 'stated') {
    screen.item(['Trích', 'Quote'], `“${target.quote}” (${target.place})`, '  ');
  }
  if (by !== null) screen.item(['Gửi đến hết', 'Handed in by'], screen.time(by), '  ');
  screen.item(
    ['Tính từ', 'Over'],
    screen.say(
      `báo cáo của nghĩa vụ “${screen.text(dutyTitle, duty)}” (${duty}); cách tính phiên bản ${version}`,
      `reports of “${screen.text(dutyTitle, duty)}” (${duty}); version ${version} of the indicator`,
    ),
    '  ',
  );
}

function measure(screen: Screen, of: Measure, labels: IndicatorRow['labels']): string {
  const field = 'field' in of ? `“${screen.text(labels[of.field], of.field)}”` : '';
  switch (of.kind) {
    case 'owed':
      return screen.say('số đơn vị phải thực hiện khi mở đợt', 'units that owed at the opening');
    case 'accepted':
      return screen.say('số báo cáo được chấp nhận', 'accepted reports');
    case 'sum':
      return screen.say(`tổng của ${field}`, `the sum of ${field}`);
    case 'part':
      return screen.say(`tổng số đạt của ${field}`, `the sum of the parts of ${field}`);
    case 'whole':
      return screen.say(`tổng số chung của ${field}`, `the sum of the wholes of ${field}`);
    case 'unitsWithAtLeast':
      return screen.say(
        `số đơn vị có ${field} từ ${of.least} trở lên`,
        `units whose ${field} is at least ${of.least}`,
      );
  }
}

function explained(screen: Screen, row: IndicatorRow, value: IndicatorOfPeriod): void {
  const { numerator, denominator, numeratorFrom, denominatorFrom, without, names } = value;
  screen.heading(
    `${value.period.label.vi}: ${numerator}/${denominator}`,
    `${value.period.label.en}, ${rate(screen, row, value)}`,
  );
  screen.line(`  ${reached(screen, row, value)}`);
  const of = new Map(denominatorFrom.map((one) => [one.obligation, one]));
  const all = new Map([...numeratorFrom, ...denominatorFrom].map((one) => [one.obligation, one]));
  screen.table(
    [
      ['Đơn vị', 'Unit'],
      screen.number(['Lần gửi', 'Submission']),
      screen.number(['Tử số', 'Numerator']),
      screen.number(['Mẫu số', 'Denominator']),
    ],
    [...all.values()].map(({ obligation, unit }) => {
      const part = numeratorFrom.find((one) => one.obligation === obligation);
      return [
        unitName(screen, names, unit),
        part?.submission ?? of.get(obligation)?.submission ?? '–',
        part?.amount ?? '–',
        of.get(obligation)?.amount ?? '–',
      ];
    }),
  );
  if (without.length === 0) return;
  screen.prose(
    screen.say(
      `Không có trong tử số (${without.length}): `,
      `Not in the numerator (${without.length}): `,
    ) + without.map(({ unit }) => unitName(screen, names, unit)).join('; '),
  );
}

/** Rounded half up for reading only: what is compared is whole numbers. */
function rate(screen: Screen, { indicator }: IndicatorRow, value: IndicatorOfPeriod): string {
  const { numerator, denominator, denominatorFrom } = value;
  if ('field' in indicator.denominator && denominatorFrom.length === 0) {
    return screen.say('chưa có báo cáo nào có số liệu này', 'no report has the figure');
  }
  if (denominator === 0) return screen.say('không có giá trị (mẫu số 0)', 'no value (of none)');
  return `${(Math.round((numerator * 1_000) / denominator) / 10).toFixed(1)} %`;
}

function reached(screen: Screen, { indicator }: IndicatorRow, value: IndicatorOfPeriod): string {
  const { target } = indicator;
  if (valueOf(target) === undefined) return GRADE[target.grade][screen.lang];
  if (value.reached === null) return '–';
  return value.reached ? screen.say('đạt', 'reached') : screen.say('chưa đạt', 'not reached');
}
