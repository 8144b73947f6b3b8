/** What took place under a directive outside its rounds: each part with how it is known, and since when we know of it. */
import { localDateText, localMonthText, REVIEW_KIND } from '../../../libs/contracts';
import type { InspectionReport } from '../../../libs/domain';
import type { OccurrenceRow } from '../../../libs/readmodel';
import type { Screen, Words } from '../screen';
import { unitName } from './unit-name';

const KIND: { readonly [type in OccurrenceRow['type']]: Words } = {
  ConferenceHeld: ['Hội nghị', 'Conference'],
  InspectionHeld: ['Kiểm tra', 'Inspection'],
  ResultRecorded: ['Kết quả', 'Result'],
  JointInstrumentReviewed: ['Sơ kết, tổng kết văn bản liên tịch', 'Review of a joint instrument'],
  UnitPraised: ['Biểu dương', 'Praise'],
};

export function occurrences(screen: Screen, rows: readonly OccurrenceRow[]): void {
  if (rows.length === 0) return;
  screen.heading('Việc đã diễn ra, kết quả được ghi nhận', 'What took place, results recorded');
  for (const row of rows) {
    const { when, where, by, source } = row.data;
    screen.prose(`• ${screen.say(...KIND[row.type])}: ${titleOf(screen, row)}`, '', '  ');
    const item = (words: Words, value: string) => screen.item(words, value, '    ');
    item(asOf(row) ? ['Tính đến', 'As of'] : ['Khi nào', 'When'], screen.graded(when, dayOrMonth));
    item(['Ở đâu', 'Where'], screen.graded(where));
    item(
      ['Ai', 'By'],
      screen.graded(by, (unit) => nameOf(screen, row, unit)),
    );
    particulars(screen, row);
    item(['Nguồn', 'Source'], source?.title ?? screen.say('người ghi nhận', 'who recorded it'));
    item(
      ['Ghi nhận', 'Recorded'],
      `${screen.time(row.recordedAt)}, ${row.actor.id} (${nameOf(screen, row, row.actor.unit)})`,
    );
  }
}

function nameOf(screen: Screen, { names }: OccurrenceRow, unit: string | null): string {
  return unit === null ? '–' : unitName(screen, names, unit);
}

function titleOf(screen: Screen, row: OccurrenceRow): string {
  if (row.type !== 'ResultRecorded') return screen.text(row.data.title);
  const { result } = row.data;
  return result.kind === 'instrument'
    ? `${result.symbol}, ${screen.text(result.title)}`
    : `${result.reached}/${result.of} ${screen.text(result.title)}`;
}

function asOf(row: OccurrenceRow): boolean {
  return row.type === 'ResultRecorded' && row.data.result.kind === 'ratio';
}

function particulars(screen: Screen, row: OccurrenceRow): void {
  if (row.type === 'ConferenceHeld') {
    screen.item(['Thành phần', 'Participants'], screen.graded(row.data.participants), '    ');
  }
  if (row.type === 'JointInstrumentReviewed') {
    const { instrument, kind, outcome } = row.data;
    screen.item(['Hình thức', 'Kind'], REVIEW_KIND[kind][screen.lang], '    ');
    screen.item(['Văn bản', 'Instrument'], screen.graded(instrument), '    ');
    screen.item(['Kết quả', 'Outcome'], screen.graded(outcome), '    ');
  }
  if (row.type === 'UnitPraised') {
    const praised = screen.graded(row.data.praised, (units) =>
      units.map((unit) => nameOf(screen, row, unit)).join(', '),
    );
    screen.item(['Được biểu dương', 'Praised'], praised, '    ');
  }
  if (row.type !== 'InspectionHeld') return;
  const inspected = screen.graded(row.data.inspected, (units) =>
    units.map((unit) => nameOf(screen, row, unit)).join(', '),
  );
  screen.item(['Nơi được kiểm tra', 'Inspected'], inspected, '    ');
  const report = screen.graded<InspectionReport>(
    row.data.report,
    ({ number, date, to }) =>
      `${number ?? '–'}, ${screen.time(date)}, ${screen.say('gửi', 'to')} ${nameOf(screen, row, to)}`,
  );
  screen.item(['Báo cáo', 'Report'], report, '    ');
}

/** `12/2014` for a month: no day is made of it. */
function dayOrMonth(when: string): string {
  return localDateText(when) ?? localMonthText(when) ?? when;
}
