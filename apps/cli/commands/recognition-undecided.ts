/** Who has no decision in a body's year, what each still waits for, and whether the last day to decide has passed. */
import { RECOGNITION_SUBJECT_KIND } from '../../../libs/contracts';
import type { SubjectStatus } from '../../../libs/domain';
import type { RecognitionDetail, RecognitionSubjectRow } from '../../../libs/readmodel';
import type { Screen } from '../screen';
import { endedText } from './recognition-text';

type Waiting = readonly [vi: string, en: string];

const WAITS_FOR: Partial<Record<SubjectStatus, Waiting>> = {
  registered: ['chưa nộp hồ sơ', 'no dossier yet'],
  returned: ['hồ sơ bị trả lại, chưa nộp lại', 'dossier returned, not sent again'],
  submitted: ['chờ thẩm định', 'waits for its appraisal'],
  appraised: ['chờ quyết định', 'waits for the decision'],
};

export function undecided(
  screen: Screen,
  { deadlines }: RecognitionDetail,
  subjects: readonly RecognitionSubjectRow[],
): void {
  const rows = subjects.filter(({ status }) => WAITS_FOR[status] !== undefined);
  if (rows.length === 0) return;
  const dayOf = ({ kind }: RecognitionSubjectRow) =>
    deadlines.find(({ what, kinds }) => what === 'decisionDue' && kinds.includes(kind));
  screen.heading('Chưa có quyết định', 'Without a decision');
  screen.table(
    [
      ['Đơn vị', 'Unit'],
      ['Loại', 'Kind'],
      ['Còn chờ', 'Waits for'],
      ['Ngày cuối quyết định', 'Last day to decide'],
    ],
    rows.map((row) => {
      const day = dayOf(row);
      return [
        screen.text(row.name, row.unit) + endedText(screen, row.ended),
        RECOGNITION_SUBJECT_KIND[row.kind][screen.lang],
        screen.say(...WAITS_FOR[row.status]!),
        day === undefined
          ? screen.say('bản lưu không có', 'not in our copy')
          : `${screen.time(day.last)}${day.registered === null ? '' : screen.say(' (đã đến)', ' (reached)')}`,
      ];
    }),
  );
}
