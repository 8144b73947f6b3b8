/** Adds to the plan of a person's command under a directive when its file went to the archive: nothing is recorded after that. */
import { kindOfStream, type DirectiveState } from '../domain';

type Asked = { readonly type: string; readonly stream: string; readonly data: unknown };

const OF_REVIEW: readonly string[] = [
  'HoldReviewConference',
  'RecordConclusions',
  'DecideConclusion',
  'DropConclusion',
  'JudgeTask',
  'RecordLesson',
  'CancelReview',
];

/** Of what is handed in after the closing; a report says so itself, and the many that do not look nothing up. */
const OF_ROUND: readonly string[] = [
  'WithdrawReport',
  'CorrectReport',
  'AcceptCorrection',
  'RejectCorrection',
  'EnterPaperReport',
  'ConfirmPaperReport',
  'RejectPaperReport',
  'GiveExplanation',
];

export function endsWithArchive({ type, stream, data }: Asked): boolean {
  switch (kindOfStream(stream)) {
    case 'review':
      return OF_REVIEW.includes(type);
    case 'round': {
      const { afterClosing } = (data ?? {}) as { afterClosing?: boolean };
      return OF_ROUND.includes(type) || (type === 'SubmitReport' && afterClosing === true);
    }
    default:
      return false;
  }
}

/** The plan as it was made while the file is not handed over. */
export function withArchive(
  asked: Asked,
  made: unknown,
  { ofDirective }: { readonly ofDirective?: DirectiveState | undefined },
): unknown {
  const archivedAt = ofDirective?.archive?.handedAt ?? null;
  if (archivedAt === null || !endsWithArchive(asked)) return made;
  return { ...((made ?? {}) as object), archivedAt };
}
