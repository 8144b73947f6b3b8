/** What a consolidated report rests on, in lines: how many reports, who was missing by name, and what of it was cut. */
import type { MissingBelow, RestsOn } from '../../../libs/readmodel';
import type { Screen } from '../screen';

/** Nothing where nothing was consolidated. `heads` are of the first level only. */
export function restsOnLines(
  screen: Screen,
  reports: readonly RestsOn[],
  heads: readonly string[] = [],
): void {
  if (reports.length === 0) return;
  screen.heading('Báo cáo tổng hợp gồm những gì', 'What consolidated reports rest on');
  for (const [index, report] of reports.entries()) lines(screen, report, '', heads[index]);
}

function lines(screen: Screen, report: RestsOn, indent: string, head = ''): void {
  const { name, unit, parts, asOf, cut, below } = report;
  const when = asOf === null ? '' : `, ${screen.say('tính đến', 'as of')} ${screen.time(asOf)}`;
  const whose = `${screen.text(name, unit)}${head === '' ? '' : `, ${head}`}`;
  screen.prose(
    screen.say(
      `• ${whose}: tổng hợp ${parts} báo cáo${when}; ${missingText(screen, report)}`,
      `• ${whose}: consolidates ${parts} reports${when}; ${missingText(screen, report)}`,
    ),
    indent,
    `${indent}  `,
  );
  for (const { label, code, kept, total } of cut) {
    const what = `“${screen.text(label, code)}” (${code})`;
    screen.prose(
      kept === 0
        ? screen.say(
            `${what}: báo cáo không chép mục nào trong ${total} mục.`,
            `${what}: the report has none of the ${total}.`,
          )
        : screen.say(
            `${what}: báo cáo chỉ có ${kept}/${total} mục đầu.`,
            `${what}: the report has only the first ${kept} of ${total}.`,
          ),
      `${indent}  `,
    );
  }
  for (const one of below) lines(screen, one, `${indent}  `);
}

/** The count is what the report recorded; the names are looked up as of its draft. */
function missingText(screen: Screen, { missing, missingUnits }: RestsOn): string {
  if (missing === 0) return screen.say('không thiếu ai.', 'nobody is missing.');
  if (missingUnits.length === 0) {
    return screen.say(`thiếu ${missing}, không rõ tên.`, `${missing} missing, names not known.`);
  }
  const names = missingUnits.map((one) => screen.text(one.name, one.unit)).join(', ');
  return screen.say(`thiếu ${missing}: ${names}.`, `${missing} missing: ${names}.`);
}

/** Of which duty and period somebody is missing: said where a draft is made of several rounds. */
export function missingOf(screen: Screen, { symbol, title, period }: MissingBelow): string {
  const of = `${screen.text(title)}, ${screen.text(period)}`;
  return symbol === null ? of : `${symbol}: ${of}`;
}
