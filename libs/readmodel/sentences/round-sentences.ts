/** The life of a round in sentences, one per event. */
import { AUDIENCE, RUNG_KIND, SKIP_REASON } from '../../contracts';
import type { DeliveryEvent, RoundEvent, SkipReason, SkippedRungs, Text } from '../../domain';
import { consolidatedText } from './consolidated-text';
import { transferSentence } from './transfer-sentence';
import { because, date, join, list, put, text, time, units, type Sentences } from './say';

export const ROUND_SENTENCES: Sentences<RoundEvent> = {
  RoundOpened: ({ heading, units: expected, schedule }) =>
    put(
      'Mở đợt “{}”, {}: {}, hạn {}{}.',
      'Round “{}”, {}, opened: {}, due {}{}.',
      heading.title,
      heading.period.label,
      units(expected.length),
      time(schedule.dueAt),
      schedule.provisional ? text(' (tạm tính)', ' (provisional)') : '',
    ),
  ReportSubmitted: ({ unit, submission, afterClosing }, names) =>
    put(
      '{} gửi {}{}{}{}{}{}.',
      '{} submitted {}{}{}{}{}{}.',
      names(submission.by),
      submission.report.number ??
        (submission.report.nil
          ? text('báo cáo không phát sinh', 'a nil report')
          : text('nội dung', 'its item')),
      submission.by === unit ? '' : put(' (nghĩa vụ của {})', ' (owed by {})', names(unit)),
      submission.ordinal > 1
        ? text(` (lần ${submission.ordinal})`, ` (attempt ${submission.ordinal})`)
        : '',
      submission.channel === 'paper'
        ? put(', bản giấy nhận lúc {}', ', on paper, received at {}', time(submission.effectiveAt))
        : '',
      consolidatedText(submission.report),
      afterClosing ? text(', sau khi đợt đã đóng', ', after the round was closed') : '',
    ),
  ReportWithdrawn: ({ unit, reason }, names) =>
    put('{} rút báo cáo{}.', '{} withdrew its report{}.', names(unit), because(reason)),
  ReportAccepted: ({ unit, effectiveAt, automatic, notPassedOn }, names) =>
    put(
      'Chấp nhận báo cáo của {} (gửi lúc {}){}.{}',
      "{}'s report was accepted (handed in at {}){}.{}",
      names(unit),
      time(effectiveAt),
      automatic ? text(', tự động', ', by itself') : '',
      notPassedOn === undefined
        ? ''
        : put(
            ' Lưu ý: chấp nhận khi {} chưa chuyển lên.',
            ' Note: accepted without having been passed on by {}.',
            names(notPassedOn),
          ),
    ),
  ReportReturned: ({ unit, reason }, names) =>
    put('Trả lại báo cáo của {}{}.', "{}'s report was returned{}.", names(unit), because(reason)),
  RoundFeedsNoted: ({ target, feeds }, names) =>
    feeds
      ? put(
          'Báo cáo được chấp nhận trong đợt này từ nay được tổng hợp lên {} của {}.',
          'What is accepted in this round is from now on consolidated into {} of {}.',
          `${target.directive}, ${target.duty}`,
          names(target.unit),
        )
      : put(
          'Báo cáo được chấp nhận trong đợt này không còn trả lời {}.',
          'What is accepted in this round answers {} no more.',
          `${target.directive}, ${target.duty}`,
        ),
  AcceptedReportFed: ({ unit, submission, feeding }, names) =>
    put(
      'Báo cáo đã chấp nhận của {} (lần {}) nay trả lời {}: liên kết có sau khi chấp nhận.',
      "{}'s accepted report (No. {}) now answers {}: the link was made after its acceptance.",
      names(unit),
      submission,
      feeding.targets.map(({ directive, duty }) => `${directive}, ${duty}`).join('; '),
    ),
  ReportPassedOn: ({ unit, by }, names) =>
    put(
      '{} đã xem báo cáo của {} và chuyển lên nơi nhận.',
      "{} looked at {}'s report and passed it on.",
      names(by),
      names(unit),
    ),
  CorrectionSubmitted: ({ unit, submission, reason }, names) =>
    put(
      '{} gửi đính chính (lần {}{}){}; số liệu cũ còn giá trị đến khi được chấp nhận.',
      '{} submitted a correction (attempt {}{}){}; the old figures count until it is accepted.',
      names(unit),
      submission.ordinal,
      consolidatedText(submission.report),
      because(reason),
    ),
  CorrectionAccepted: ({ unit, submission, automatic }, names) =>
    put(
      'Chấp nhận đính chính của {} (lần {}){}.',
      "{}'s correction (attempt {}) was accepted{}.",
      names(unit),
      submission,
      automatic ? text(', tự động', ', by itself') : '',
    ),
  CorrectionRejected: ({ unit, submission, reason }, names) =>
    put(
      'Không chấp nhận đính chính của {} (lần {}){}.',
      "{}'s correction (attempt {}) was rejected{}.",
      names(unit),
      submission,
      because(reason),
    ),
  ObligationRefused: ({ unit, reason }, names) =>
    put('{} từ chối thực hiện{}.', '{} refused{}.', names(unit), because(reason)),
  ObligationUpheld: ({ unit, reason }, names) =>
    put(
      'Giữ nguyên nghĩa vụ của {}{}.',
      "{}'s obligation was upheld{}.",
      names(unit),
      because(reason),
    ),
  ObligationWaived: ({ unit, reason }, names) =>
    put('Miễn cho {}{}.', '{} was granted a waiver{}.', names(unit), because(reason)),
  ObligationNotApplicable: ({ unit, reason }, names) =>
    put('{} không thuộc đối tượng{}.', 'Not applicable to {}{}.', names(unit), because(reason)),
  ExtensionRequested: ({ unit, request, flagged }, names) =>
    put(
      '{} xin gia hạn đến {} (lần {}){}{}.',
      '{} asked for an extension to {} (number {}){}{}.',
      names(unit),
      date(request.proposedDate),
      request.ordinal,
      because(request.reason),
      flagged ? text('; cần xem xét vì đã nhiều lần', '; flagged: it has asked several times') : '',
    ),
  ExtensionGranted: ({ unit, schedule, previousDueAt }, names) =>
    put(
      'Gia hạn cho {} từ {} đến {}.',
      "{}'s due time was extended from {} to {}.",
      names(unit),
      time(previousDueAt),
      time(schedule.dueAt),
    ),
  ExtensionDenied: ({ unit, reason }, names) =>
    put('Không gia hạn cho {}{}.', '{} was denied an extension{}.', names(unit), because(reason)),
  ExtensionCountered: ({ unit, date: offered, reason }, names) =>
    put(
      'Đề nghị {} nhận hạn {}{}.',
      '{} was offered {} instead{}.',
      names(unit),
      date(offered),
      because(reason),
    ),
  CounterProposalDeclined: ({ unit }, names) =>
    put('{} không nhận hạn được đề nghị.', '{} declined the offered date.', names(unit)),
  UnitSubstituted: ({ unit, by, from, to, reason }, names) =>
    put(
      '{} do {} làm thay từ {} đến {}{}.',
      "{}'s item is taken over by {} from {} to {}{}.",
      names(unit),
      names(by),
      time(from),
      time(to),
      because(reason),
    ),
  PaperReportEntered: ({ unit, receivedOnPaperAt }, names) =>
    put(
      'Nhập báo cáo giấy của {}, nhận lúc {}; chờ người thứ hai xác nhận.',
      "{}'s paper report was entered, received at {}; a second person must confirm it.",
      names(unit),
      time(receivedOnPaperAt),
    ),
  PaperReportRejected: ({ unit, reason }, names) =>
    put(
      'Không xác nhận báo cáo giấy của {}{}.',
      "{}'s paper report was not confirmed{}.",
      names(unit),
      because(reason),
    ),
  TelephoneUrgingRecorded: ({ unit, spokenTo }, names) =>
    put(
      'Đôn đốc {} qua điện thoại ({}).',
      '{} was urged by telephone ({}).',
      names(unit),
      spokenTo,
    ),
  RungReached: ({ rung, kind, audience, issued, skipped, letter }, names) =>
    join(
      put(
        'Mức {} ({}, gửi {}): ',
        'Rung {} ({}, to the {}): ',
        rung,
        RUNG_KIND[kind],
        AUDIENCE[audience],
      ),
      issued.length === 0 ? text('không gửi cho ai', 'nobody') : list(issued, names),
      letter === null ? '' : text('; đã lập dự thảo văn bản', '; a letter was drafted'),
      skipped.length === 0 ? '' : put('; bỏ qua {}', '; skipped for {}', units(skipped.length)),
      skipped.length === 0 ? '' : reasons(skipped.map(({ reason }) => reason)),
      '.',
    ),
  RungsHeld: ({ rungs, units: held, at }) =>
    put(
      'Hoãn các mức {} của {} (đến hạn {}) sau gián đoạn.',
      'Rungs {} of {} (due {}) are held after an outage.',
      rungs.join(', '),
      units(held.length),
      time(at),
    ),
  HeldRungsReplanned: ({ units: held, schedule }) =>
    put(
      'Xếp lại các mức đã hoãn của {}: {}.',
      'The held rungs of {} were planned anew: {}.',
      units(held.length),
      schedule.rungs.map(({ id }) => id).join(', '),
    ),
  UrgingLetterIssued: ({ number, date: issued, signer, units: urged }, names) =>
    put(
      'Ban hành văn bản đôn đốc {} ngày {} ({} ký) gửi {}.',
      'Urging letter {} of {} (signed by {}) was issued to {}.',
      number,
      date(issued),
      signer,
      list(urged, names),
    ),
  ExplanationGiven: ({ unit }, names) =>
    put('{} gửi giải trình.', '{} gave its explanation.', names(unit)),
  RoundClosed: ({ reason, unfinished, skipped }) =>
    put(
      'Đóng đợt{}; {}{}.',
      'The round was closed{}; {}{}.',
      because(reason),
      unfinished.length === 0
        ? text('mọi đơn vị đã xong', 'every unit is done')
        : put('{} chưa hoàn thành', '{} unfinished', units(unfinished.length)),
      rungsLeft(skipped),
    ),
  RoundSuspended: ({ reason }) =>
    put('Tạm dừng đợt{}.', 'The round was suspended{}.', because(reason)),
  RoundResumed: ({ reason, schedule }) =>
    put(
      'Tiếp tục đợt{}{}.',
      'The round was resumed{}{}.',
      because(reason),
      schedule === null ? '' : put('; hạn mới {}', '; new due time {}', time(schedule.dueAt)),
    ),
  RoundCancelled: ({ reason, skipped }) =>
    put('Hủy đợt{}{}.', 'The round was cancelled{}{}.', because(reason), rungsLeft(skipped)),
  TransferHeld: ({ title }) =>
    put(
      'Đợt sắp xếp “{}” chờ đợt này mở.',
      'The reorganisation “{}” waits for the opening of this round.',
      title,
    ),
  ObligationsTransferred: transferSentence,
};

export const DELIVERY_SENTENCES: Sentences<DeliveryEvent> = {
  DeliveriesRecorded: ({ deliveries }) => {
    const count = (outcome: string) => deliveries.filter((it) => it.outcome === outcome).length;
    return put(
      'Thư: {} đã gửi, {} không gửi được, {} không cần gửi.',
      'Mail: {} sent, {} failed for good, {} suppressed.',
      count('sent'),
      count('failed'),
      count('suppressed'),
    );
  },
};

function reasons(all: readonly SkipReason[]): Text {
  const counted = new Map<SkipReason, number>();
  for (const reason of all) counted.set(reason, (counted.get(reason) ?? 0) + 1);
  const of = (language: 'vi' | 'en') =>
    [...counted].map(([reason, count]) => `${SKIP_REASON[reason][language]} ${count}`).join(', ');
  return { vi: ` (${of('vi')})`, en: ` (${of('en')})` };
}

function rungsLeft(skipped: readonly SkippedRungs[]): Text | string {
  const count = skipped.reduce((sum, { rungs, units }) => sum + rungs.length * units.length, 0);
  return count === 0 ? '' : put('; {} lượt nhắc không còn', '; {} rungs will not come', count);
}
