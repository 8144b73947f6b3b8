/**
 * What the dossiers of a year answer to each item of the checklist, in the norm's words: how many fulfil it, and of whoever
 * does not its answer with what shows it. What the record contradicts is marked.
 */
import type { Answer, ChecklistItem } from '../../../libs/domain';
import type {
  RecognitionChecklist,
  RecognitionDetail,
  RecognitionSubjectRow,
} from '../../../libs/readmodel';
import type { Screen } from '../screen';

type Dossier = NonNullable<RecognitionSubjectRow['dossier']>;
type Given = { readonly row: RecognitionSubjectRow; readonly dossier: Dossier };

export function checklist(
  screen: Screen,
  { checklists = [] }: RecognitionDetail,
  subjects: readonly RecognitionSubjectRow[],
): void {
  const given = subjects.flatMap((row) =>
    row.dossier === null || row.dossier === undefined ? [] : [{ row, dossier: row.dossier }],
  );
  const answered = given.filter(({ dossier }) => dossier.answers.length > 0);
  if (answered.length === 0) return;
  screen.heading('Hồ sơ trả lời theo tiêu chí', 'What the dossiers answer');
  const items = answered.flatMap(({ dossier }) => dossier.answers.map(({ item }) => item));
  for (const item of new Set(items)) {
    const own = answered.filter(({ dossier }) => answerTo(dossier, item) !== undefined);
    const failing = own.filter(({ dossier }) => fails(dossier, item));
    const count = `${own.length - failing.length}/${own.length}`;
    screen.prose(
      screen.say(
        `• ${wordsOf(item, checklists, screen)}: ${count} đạt`,
        `• ${wordsOf(item, checklists, screen)}: ${count} fulfilled`,
      ),
      '',
      '  ',
    );
    for (const one of failing) screen.prose(`– ${failure(screen, one, item)}`, '    ', '      ');
  }
}

function wordsOf(item: string, checklists: readonly RecognitionChecklist[], screen: Screen) {
  const found = checklists.flatMap(({ items }) => items).find(({ code }) => code === item);
  return found === undefined ? item : screen.text(found.text satisfies ChecklistItem['text']);
}

function answerTo({ answers }: Dossier, item: string): Answer | undefined {
  return answers.find((one) => one.item === item);
}

function fails({ happened, unfulfilled }: Dossier, item: string): boolean {
  return happened.includes(item) || unfulfilled.includes(item);
}

/** `Trường A (đạt): 6/10 – báo cáo năm` */
function failure(screen: Screen, { row, dossier }: Given, item: string): string {
  const { answer, evidence } = answerTo(dossier, item)!;
  const name = screen.text(row.name, row.unit);
  const contradicted = dossier.contradicted?.includes(item)
    ? screen.say(
        '; dữ liệu cho thấy chưa đạt: đăng ký muộn',
        '; the record shows otherwise: registered late',
      )
    : '';
  const against =
    row.status === 'met'
      ? screen.say(' – vẫn công nhận, khác bộ tiêu chí', ' – recognised, against the checklist')
      : '';
  return `${name}: ${said(screen, answer)}${contradicted} (${evidence})${against}`;
}

function said(screen: Screen, answer: Answer['answer']): string {
  switch (answer.kind) {
    case 'zeroTolerance':
      return answer.happened
        ? screen.say('đã xảy ra', 'happened')
        : screen.say('không xảy ra', 'did not happen');
    case 'fulfilled':
      return answer.fulfilled
        ? screen.say('trả lời là đạt', 'answered as fulfilled')
        : screen.say('chưa đạt', 'not fulfilled');
    case 'share':
      return `${answer.reached}/${answer.of}`;
  }
}
