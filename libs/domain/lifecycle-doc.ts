/**
 * docs/lifecycle.md, written from the transition tables: a picture of each life cycle, and what may be asked in each
 * status. A test compares the page with this text, so neither drifts from the other.
 */
import { commendationLifecycle } from './commendation/lifecycle';
import { directiveLifecycle } from './directive/lifecycle';
import type { Lifecycle } from './kernel';
import { reviewLifecycle } from './review/lifecycle';
import { reorganisationLifecycle } from './reorganisation/lifecycle';
import { subjectLifecycle } from './recognition/lifecycle';
import { obligationLifecycle, roundLifecycle } from './round';

type Page = {
  readonly title: string;
  readonly says: string;
  readonly cycle: Lifecycle<string, string>;
  /** Every status in the office's own words. */
  readonly words: { readonly [status: string]: string };
};

const PAGES: readonly Page[] = [
  {
    title: 'Directive (chỉ thị)',
    says:
      'From the draft to its end. `none` is before the registration. `issuing` waits for the number of the series. ' +
      'PlanRound, ConveneRound, NoteShardClosed, HandOverUnits, CallReviewOfPeriod, NoteReviewConcluded, NoteReviewCancelled, ConfirmIssue, HandBackIssue and WakeUp are asked by the engine itself.',
    cycle: directiveLifecycle,
    words: {
      none: 'chưa có',
      draft: 'dự thảo',
      issuing: 'chờ cấp số',
      issued: 'đã ban hành',
      suspended: 'tạm đình chỉ thi hành',
      superseded: 'bị thay thế',
      revoked: 'bị bãi bỏ',
      recalled: 'bị thu hồi',
      concluded: 'đã kết thúc',
    },
  },
  {
    title: 'Review (sơ kết, tổng kết)',
    says:
      'From its call to its conclusions. At the cut-off time itself closes the data, and the pack is made from the ledger. ' +
      'OpenReview, BeginSelfAssessment, FreezeReviewPack, NoteDirectiveEnded and WakeUp are asked by the engine itself.',
    cycle: reviewLifecycle,
    words: {
      none: 'chưa có',
      called: 'đã mở',
      selfAssessing: 'các đơn vị tự đánh giá',
      cutOff: 'đã chốt số liệu',
      packFrozen: 'đã chốt hồ sơ',
      conferenceHeld: 'đã họp',
      concluded: 'đã kết luận',
      cancelled: 'hủy bỏ',
    },
  },
  {
    title: 'Round (đợt)',
    says:
      'One frozen set of agencies, each owing one deliverable by a due time. What an agency may do is allowed by both ' +
      'tables, this one and that of its obligation.',
    cycle: roundLifecycle,
    words: {
      none: 'chưa mở',
      open: 'đang mở',
      suspended: 'tạm đình chỉ',
      closed: 'đã đóng',
      cancelled: 'hủy bỏ',
    },
  },
  {
    title: 'Obligation (nghĩa vụ của một đơn vị trong đợt)',
    says:
      'One agency’s item. `returned` and `refused` count as unfinished. On time or late is no status: it is derived ' +
      'from the due time, the submission finally accepted, and now.',
    cycle: obligationLifecycle,
    words: {
      open: 'chưa nộp',
      submitted: 'đã nộp',
      returned: 'bị trả lại',
      refused: 'đơn vị từ chối',
      accepted: 'được chấp nhận',
      waived: 'được miễn',
      notApplicable: 'không thuộc đối tượng',
      cancelled: 'hủy bỏ',
    },
  },
  {
    title: 'Reorganisation (sắp xếp đơn vị)',
    says:
      'A change set of units while what the ended ones owe is handed over. DecideHeir is a person’s; the rest is asked ' +
      'by the engine itself. Which status the last answer leads to is decided with it: obligations without an heir wait.',
    cycle: reorganisationLifecycle,
    words: {
      none: 'chưa có',
      handingOver: 'đang chuyển giao',
      awaitingHeirs: 'chờ quyết định đơn vị kế thừa',
      completed: 'đã chuyển giao xong',
      handingBack: 'đang trả lại',
      undone: 'đã hủy',
    },
  },
  {
    title: 'Recognition of one subject in one year (công nhận “An toàn về an ninh, trật tự”)',
    says:
      'One body that decides, one calendar year, one subject. DecideMet and DecideNotMet are the two outcomes of ' +
      'DecideRecognition. Late or not is no status: it is told beside the date, with the norm’s window.',
    cycle: subjectLifecycle,
    words: {
      none: 'chưa đăng ký',
      registered: 'đã đăng ký',
      submitted: 'đã nộp hồ sơ',
      returned: 'hồ sơ bị trả lại',
      appraised: 'đã thẩm định',
      met: 'đạt',
      notMet: 'chưa đạt',
      revoked: 'đã thu hồi công nhận',
    },
  },
  {
    title: 'Commendation (khen thưởng)',
    says:
      'From the nomination to the day it is made known, or an award that somebody reports (`reported`: a fact, without ' +
      'steps). Every step up to `awarded` has a deadline in working days. WakeUp and ReplanHeldStep are asked by the ' +
      'engine itself; everything else is a person’s, and nobody judges what is of his own unit.',
    cycle: commendationLifecycle,
    words: {
      none: 'chưa có',
      nominated: 'đã đề nghị, chờ hồ sơ',
      returned: 'trả lại, yêu cầu bổ sung hồ sơ',
      dossierComplete: 'đủ hồ sơ, chờ thẩm định',
      appraised: 'đã thẩm định, chờ quyết định',
      decided: 'đã quyết định, chờ trao tặng',
      awarded: 'đã trao tặng, chờ công bố',
      madeKnown: 'đã công bố',
      refused: 'không khen thưởng',
      withdrawn: 'rút đề nghị',
      revoked: 'hủy bỏ, thu hồi',
      reported: 'ghi nhận theo nguồn',
    },
  },
];

export function lifecycleDoc(): string {
  const head =
    '# Life cycles\n\nGenerated from the transition tables of the deciders (libs/domain/lifecycle-doc.ts). ' +
    'A step that a table lacks is refused with a code that names the status.\n';
  return [head, ...PAGES.map(pageOf)].join('\n');
}

function pageOf({ title, says, cycle, words }: Page): string {
  const statuses = Object.keys(cycle.table);
  const diagram = ['```mermaid', 'stateDiagram-v2', ...edgesOf(cycle, statuses), '```'];
  const rows = statuses.map((status) => rowOf(cycle, status, words[status] ?? ''));
  return `## ${title}\n\n${says}\n\n${diagram.join('\n')}\n\n${rows.join('\n')}\n`;
}

/** One arrow from status to status, with all the commands that lead along it; what stays is in the table. */
function edgesOf(cycle: Page['cycle'], statuses: readonly string[]): readonly string[] {
  const initial = statuses[0]!;
  const edges = statuses.flatMap((from) =>
    statuses
      .filter((to) => to !== from)
      .map((to) => ({
        from,
        to,
        by: commandsFrom(cycle, from).filter((c) => cycle.next(from, c) === to),
      }))
      .filter(({ by }) => by.length > 0)
      .map(({ from: start, to, by }) => `  ${start} --> ${to}: ${by.join(', ')}`),
  );
  const ends = statuses
    .filter((status) => commandsFrom(cycle, status).every((c) => cycle.next(status, c) === status))
    .map((status) => `  ${status} --> [*]`);
  return [`  [*] --> ${initial}`, ...edges, ...ends];
}

function rowOf(cycle: Page['cycle'], status: string, word: string): string {
  const commands = commandsFrom(cycle, status);
  const leading = commands.filter((command) => cycle.next(status, command) !== status);
  const staying = commands.filter((command) => cycle.next(status, command) === status);
  const parts = [
    leading.length > 0 ? `leads on by ${leading.join(', ')}` : 'ends here',
    ...(staying.length > 0 ? [`takes ${staying.join(', ')}`] : []),
  ];
  return `- \`${status}\` (${word}): ${parts.join('; ')}.`;
}

function commandsFrom(cycle: Page['cycle'], status: string): readonly string[] {
  return cycle.actions(status);
}
