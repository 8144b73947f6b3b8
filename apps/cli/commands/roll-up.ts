/** `dondoc rollup draft ROUND UNIT`: the draft of a consolidated report, to read, to edit, and to hand in. */
import { writeFileSync } from 'node:fs';
import { GRADE, OBLIGATION_STATUS, ROLL_UP } from '../../../libs/contracts';
import { consolidatedReport, type RolledField, type Text } from '../../../libs/domain';
import type { Consolidation, ObligationRow } from '../../../libs/readmodel';
import { cliError, EXIT } from '../client';
import { obligationOf, type Context } from '../context';
import type { Screen } from '../screen';
import { correctedLines, isListed, shown } from './corrected-below';
import { missingOf, restsOnLines } from './rests-on';

export type DraftOptions = { readonly out?: string; readonly asOf?: string };

/** What `dondoc submit --draft` reads. */
export type DraftFile = ReturnType<typeof consolidatedReport>;

export async function draftRollUp(
  context: Context,
  [round, unit]: readonly [string, string],
  { out, asOf }: DraftOptions,
): Promise<void> {
  const { client, screen } = context;
  const of = await obligationOf(context, round, unit);
  const draft = await client.get<Consolidation>(
    `/v1/obligations/${encodeURIComponent(of.obligation)}/consolidation`,
    { asOf },
  );
  if (out !== undefined) await keep(context, draft, out);
  screen.result(draft, () => {
    screen.title('Dự thảo báo cáo tổng hợp', 'Draft of a consolidated report');
    head(screen, of, draft);
    sources(screen, draft);
    figures(screen, draft);
    listed(screen, draft);
    texts(screen, draft);
    carried(screen, draft);
    missing(screen, draft);
    restsOnLines(screen, draft.restsOn);
    correctedLines(screen, draft.corrected);
    if (out === undefined) return;
    screen.prose(
      screen.say(
        `Đã ghi vào ${out}. Sửa tệp rồi gửi: dondoc submit ${round} ${unit} --draft ${out}`,
        `Written to ${out}. Edit it, then: dondoc submit ${round} ${unit} --draft ${out}`,
      ),
    );
  });
}

function head(screen: Screen, of: ObligationRow, { asOf }: Consolidation): void {
  const { unit, unitName, title, period, symbol, round } = of;
  screen.prose(`${screen.text(unitName, unit)}: ${symbol ?? ''} ${screen.text(title)}`);
  screen.line(
    `${screen.text(period.label)}; ${screen.say('đợt', 'round')} ${round}; ` +
      `${screen.say('tính đến', 'as of')} ${screen.time(asOf)} (UTC+7)`,
  );
}

/** The draft as it was shown is kept by its hash, so that what was changed in it can be seen later. */
async function keep({ client }: Context, draft: Consolidation, out: string): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(draft));
  const { sha256 } = await client.put(bytes, 'application/json');
  const file: DraftFile = consolidatedReport(draft, sha256);
  try {
    writeFileSync(out, `${JSON.stringify(file, null, 2)}\n`, { flag: 'wx' });
  } catch (cause) {
    const { code, message: why } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw cliError(
        EXIT.usage,
        `${out}: tệp đã có, không ghi đè; chọn tên khác · the file exists and is left as it is; choose another name`,
      );
    }
    throw cliError(EXIT.usage, `${out}: không ghi được · cannot be written (${why})`);
  }
}

function sources(screen: Screen, draft: Consolidation): void {
  screen.heading('Tổng hợp từ', 'Consolidated from');
  if (draft.sources.length === 0) {
    screen.prose(
      screen.say(
        'Chưa xác định báo cáo nào được tổng hợp lên nghĩa vụ này (lệnh LinkDuty).',
        'Whose reports answer this duty has not been said (command LinkDuty).',
      ),
    );
  }
  for (const source of draft.sources) {
    const { symbol, directive, duty, grounds, reason, warning, rounds, dueAfter } = source;
    const how = GRADE[grounds.grade][screen.lang];
    screen.prose(
      `• ${symbol ?? directive}, ${duty} (${how}: ${reason}): ${rounds.join(', ')}`,
      '',
      '  ',
    );
    const late = dueAfter.length === 0 && warning !== null ? [warning] : dueAfter;
    for (const { below, above } of late) {
      screen.prose(
        screen.say(
          `  Lưu ý: cấp dưới đến hạn ${screen.time(below)}, sau cấp trên ${screen.time(above)}.`,
          `  Note: below it is due ${screen.time(below)}, after ${screen.time(above)} above.`,
        ),
      );
    }
  }
}

function figures(screen: Screen, { fields, parts }: Consolidation): void {
  if (fields.length === 0) return;
  screen.heading('Số liệu', 'Figures');
  screen.table(
    [
      ['Số liệu', 'Figure'],
      ['Cách tổng hợp', 'Rule'],
      ['Giá trị', 'Value'],
      ['Từ', 'From'],
    ],
    fields.map((field) => [
      screen.text(field.label),
      ROLL_UP[field.rollUp][screen.lang],
      shownField(screen, field),
      `${field.from.length}/${parts.length}`,
    ]),
  );
}

/** Fields that are listed: who wrote what. Models are counted in the table. */
function listed(screen: Screen, { fields, parts, form }: Consolidation): void {
  const names = new Map(parts.map(({ unit, name }) => [unit, name]));
  for (const { field, label, rollUp: rule, value } of fields) {
    if (rule !== 'list' || !Array.isArray(value) || !value.every(isListed)) continue;
    const of = form?.fields.find(({ code }) => code === field);
    const options = of?.type === 'choice' ? of.options : [];
    screen.heading(label.vi, label.en);
    for (const { unit, value: text } of value) {
      const option = options.find(({ code }) => code === text);
      const said = option ? screen.text(option.label) : String(text);
      screen.prose(`• ${screen.text(names.get(unit) ?? null, unit)}: ${said}`, '', '  ');
    }
  }
}

function shownField(screen: Screen, { value, problem }: RolledField): string {
  if (problem === 'mixed-units') return screen.say('đơn vị tính khác nhau', 'mixed units: no sum');
  if (problem === 'other-type') return screen.say('biểu mẫu khác nhau', 'forms differ: no value');
  if (problem === 'too-large') return screen.say('quá lớn', 'too large');
  return shown(screen, value);
}

function texts(screen: Screen, { sections, summaries }: Consolidation): void {
  const all = [
    ...sections.map(({ heading, texts: of }) => ({ heading, of })),
    { heading: { vi: 'Tóm tắt', en: 'Summaries' }, of: summaries },
  ];
  for (const { heading, of } of all) {
    if (of.length === 0) continue;
    screen.heading(heading.vi, heading.en);
    for (const { name, unit, text } of of) {
      screen.prose(`• ${screen.text(name, unit)}: ${text}`, '', '  ');
    }
  }
}

/** What of it a report can carry: nothing without a form, and of long lists the first. */
function carried(screen: Screen, { form, draft }: Consolidation): void {
  if (form === null || draft === null) {
    screen.prose(
      screen.say(
        'Nghĩa vụ này không có biểu mẫu: dự thảo không kèm số liệu (data). Ban hành biểu mẫu (lệnh SetForm) trước khi mở đợt, hoặc ghi số liệu vào nội dung báo cáo.',
        'This duty has no form: the draft has no figures (data). Set a form (command SetForm) before its round opens, or write the figures into the report.',
      ),
    );
    return;
  }
  const labels = new Map<string, Text>([
    ...form.outline.map(({ code, heading }) => [`sections ${code}`, heading] as const),
    ...form.fields.map(({ code, label }) => [`values ${code}`, label] as const),
  ]);
  for (const { part, code, kept, total } of draft.cut) {
    const label = screen.text(labels.get(`${part} ${code}`) ?? null, code);
    const type = part === 'values' ? form.fields.find((one) => one.code === code)?.type : null;
    screen.prose(
      type === 'choice'
        ? choicesCut(screen, { label, code, total })
        : screen.say(
            `Lưu ý: “${label}” (${code}) dài hơn một báo cáo chứa được; tệp chỉ có ${kept}/${total} mục đầu, dự thảo đầy đủ được lưu theo mã băm.`,
            `Note: “${label}” (${code}) is longer than one report takes; the file has the first ${kept} of ${total}, and the draft in full is kept by its hash.`,
          ),
    );
  }
}

function choicesCut(
  screen: Screen,
  { label, code, total }: { readonly label: string; readonly code: string; readonly total: number },
): string {
  return screen.say(
    `Lưu ý: “${label}” (${code}) là lựa chọn của ${total} báo cáo, không gộp thành một được; tệp không ghi, dự thảo đầy đủ được lưu theo mã băm.`,
    `Note: “${label}” (${code}) is what ${total} reports chose and is no one choice; the file leaves it out, and the draft in full is kept by its hash.`,
  );
}

function missing(screen: Screen, { missing: left, parts, sources }: Consolidation): void {
  screen.heading('Chưa có báo cáo được chấp nhận', 'Nothing accepted yet');
  if (left.length === 0) {
    screen.line(
      screen.say(`Không thiếu ai (${parts.length}).`, `Nobody is missing (${parts.length}).`),
    );
  }
  const several = sources.flatMap(({ rounds }) => rounds).length > 1;
  for (const one of left) {
    const of = several ? `, ${missingOf(screen, one)}` : '';
    const status = OBLIGATION_STATUS[one.status][screen.lang];
    screen.line(`  ${screen.text(one.name, one.unit)}${of} (${status})`);
  }
}
