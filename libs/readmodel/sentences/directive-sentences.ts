/** The life of a directive in sentences, one per event. */
import { DUTY_VALUE, isOnRecord, missingInWords } from '../../contracts';
import { type DirectiveEvent, type DutyValue, type SeriesEvent, type Text } from '../../domain';
import { KEEPING_SENTENCES } from './keeping-sentences';
import { LATER_SENTENCES } from './later-sentences';
import { dateNotes, LINK_SENTENCES } from './link-sentences';
import { OCCURRENCE_SENTENCES } from './occurrence-sentences';
import { END_SENTENCES } from './review-sentences';
import { because, date, join, list, put, text, time, units, type Sentences } from './say';

export const DIRECTIVE_SENTENCES: Sentences<DirectiveEvent> = {
  DirectiveRegistered: ({ draft, duties }, names) =>
    put(
      'Đăng ký dự thảo của {} với {} nghĩa vụ.',
      'A draft of {} was registered, with {} duties.',
      names(draft.issuer),
      duties.length,
    ),
  DraftAmended: ({ changes, reason }) =>
    put(
      'Sửa dự thảo ({}){}.',
      'The draft was amended ({}){}.',
      Object.keys(changes).join(', '),
      because(reason),
    ),
  DutySetUp: ({ duty, warnings }) =>
    put(
      'Thiết lập nghĩa vụ “{}”.{}',
      'The duty “{}” was set up.{}',
      duty.title,
      dateNotes(warnings),
    ),
  FormSet: ({ duty, form, lost = [] }) =>
    put(
      'Ban hành biểu mẫu của nghĩa vụ {}, phiên bản {}: {} mục đề cương, {} số liệu.{}',
      "Duty {}'s form was set, version {}: {} headings, {} figures.{}",
      duty,
      form.version,
      form.outline.length,
      form.fields.length,
      join(
        ...lost.map(({ indicator, fields }) =>
          put(
            ' Chỉ tiêu {} tính từ mục {} không có trong biểu mẫu này: xác định lại chỉ tiêu.',
            ' Indicator {} counts {}, which this form does not have: define it anew.',
            indicator,
            fields.join(', '),
          ),
        ),
      ),
    ),
  IndicatorDefined: ({ indicator: { title, version, duty } }) =>
    put(
      'Xác định chỉ tiêu “{}”, phiên bản {}, tính từ báo cáo của nghĩa vụ {}.',
      'The indicator “{}” was defined, version {}, over the reports of duty {}.',
      title,
      version,
      duty,
    ),
  CriticismDecided: ({ unit, onTime, text: what, policy, reason }, names) =>
    put(
      '{} đúng hạn {}/{}: {} (theo {}){}.',
      '{} on time {}/{}: {} (by {}){}.',
      names(unit),
      onTime.part,
      onTime.of,
      what ?? text('không phê bình', 'no criticism'),
      policy,
      because(reason),
    ),
  ValueDecided: ({ duty, field, reason, warnings }) =>
    put(
      'Quyết định “{}”{}{}.{}',
      'Somebody decided “{}”{}{}.{}',
      valueName(field),
      duty === null ? '' : text(` của nghĩa vụ ${duty}`, ` of the duty ${duty}`),
      because(reason),
      dateNotes(warnings),
    ),
  IssueRequested: ({ symbol, issuer }, names) =>
    symbol === null
      ? put('Xin cấp số tại {}.', 'A number was asked for at {}.', names(issuer))
      : put('Xin ban hành với số {}.', 'Issue was asked for under number {}.', symbol),
  DirectiveIssued: ({ symbol, date: issued, issuer }, names) =>
    put(
      'Ban hành {} ngày {}, cơ quan ban hành {}.',
      '{} was issued on {} by {}.',
      symbol,
      date(issued),
      names(issuer),
    ),
  IssueHandedBack: ({ symbol, code }) =>
    put(
      'Chưa ban hành được với số {} ({}): trả về dự thảo.',
      'Not issued under number {} ({}): back to draft.',
      symbol,
      code,
    ),
  DirectiveCorrected: ({ field, value, reason }) =>
    put(
      'Đính chính {} thành “{}”{}.',
      '{} was corrected to “{}”{}.',
      field,
      value,
      because(reason),
    ),
  DirectiveAmended: ({ summary, document }) =>
    put('Sửa đổi, bổ sung theo {}: {}.', 'Amended by {}: {}.', document, summary),
  AddresseeAdded: ({ unit, reason }, names) =>
    put(
      'Bổ sung {} vào nơi nhận{}.',
      '{} was added as an addressee{}.',
      names(unit),
      because(reason),
    ),
  AddresseeClassAdded: ({ name, reason }) =>
    put(
      'Bổ sung nhóm “{}” vào đối tượng thực hiện, tính từ các đợt mở sau đó{}.',
      'The class “{}” was added to the addressees, for rounds that open from then on{}.',
      name,
      because(reason),
    ),
  DirectiveSuspended: ({ reason }) =>
    put('Tạm đình chỉ thi hành{}.', 'Suspended{}.', because(reason)),
  DirectiveResumed: ({ reason }) => put('Tiếp tục thi hành{}.', 'Resumed{}.', because(reason)),
  DirectiveSuperseded: ({ by, reason }) =>
    put('Được thay thế bởi {}{}.', 'Superseded by {}{}.', by, because(reason)),
  DirectiveRevoked: ({ reason }) => put('Bãi bỏ{}.', 'Revoked{}.', because(reason)),
  DirectiveRecalled: ({ reason }) => put('Thu hồi{}.', 'Recalled{}.', because(reason)),
  DirectiveConcluded: ({ reason }) => put('Kết thúc{}.', 'Concluded{}.', because(reason)),
  ...END_SENTENCES,
  ReportRequested: ({ duty, dueDate, reason }) =>
    put(
      'Yêu cầu báo cáo đột xuất ({}){}{}.',
      'A report was requested ({}){}{}.',
      duty,
      dueDate === null ? '' : text(`, hạn ${date(dueDate)}`, `, due ${date(dueDate)}`),
      because(reason),
    ),
  ...OCCURRENCE_SENTENCES,
  ...LATER_SENTENCES,
  ...KEEPING_SENTENCES,
  ...LINK_SENTENCES,
  RoundPlanned: ({ duty, period, opensAt, assumptions }) =>
    put(
      'Dự kiến mở đợt {} ({}) lúc {}{}.',
      'Round {} ({}) is planned to open at {}{}.',
      period.label,
      duty,
      time(opensAt),
      assumptions.length === 0
        ? ''
        : text(
            `, dựa trên ${assumptions.length} giả định`,
            `, on ${assumptions.length} assumptions`,
          ),
    ),
  RoundNotPlanned: ({ duty, missing }) =>
    join(
      put('Chưa mở được đợt của “{}”: ', 'No round of “{}” can open: ', duty),
      missingValues(missing),
      '.',
    ),
  NoFurtherRound: ({ duty }) =>
    put('Nghĩa vụ “{}” không còn đợt nào.', 'The duty “{}” has no further round.', duty),
  RoundFellDue: ({ duty, period }) =>
    put('Đến lúc mở đợt {} ({}).', 'Round {} ({}) fell due to open.', period.label, duty),
  RoundConvened: ({ heading, shards, schedule, late }, names) => {
    const called = shards.flatMap((shard) => shard.units.map(({ unit }) => unit));
    return late
      ? put(
          '{} vào muộn đợt {}, hạn {}.',
          '{} joined round {} late, due {}.',
          list(called, names),
          heading.period.label,
          time(schedule.dueAt),
        )
      : put(
          'Triệu tập đợt “{}”, {}: {}, hạn {}.',
          'Round “{}”, {}, was convened: {}, due {}.',
          heading.title,
          heading.period.label,
          units(called.length),
          time(schedule.dueAt),
        );
  },
  RoundNotConvened: ({ duty, period, missing }) =>
    join(
      put(
        'Không mở được đợt {} ({}): ',
        'Round {} ({}) could not be convened: ',
        period.label,
        duty,
      ),
      missingValues(missing),
      '.',
    ),
  HandOverAsked: ({ title, on, back, reason, rounds }) =>
    put(
      '{} “{}” (từ {}){}: {}.',
      '{} “{}” (from {} on){}: {}.',
      back
        ? text('Hủy đợt sắp xếp', 'Undone: reorganisation')
        : text('Sắp xếp đơn vị', 'Reorganisation'),
      title,
      date(on),
      because(reason ?? ''),
      askedOf(rounds.length, back),
    ),
  ShardClosed: ({ period }) =>
    put('Một phần của đợt {} đã đóng.', 'A part of round {} is closed.', period),
  RoundCompleted: ({ duty, period }) =>
    put('Đợt {} ({}) đã xong.', 'Round {} ({}) is complete.', period, duty),
};

export const SERIES_SENTENCES: Sentences<SeriesEvent> = {
  NumberAllotted: ({ symbol, how }) =>
    how === 'allotted'
      ? put('Cấp số {}.', 'Number {} was allotted.', symbol)
      : put(
          'Ghi nhận số {} như văn bản nêu.',
          'Number {} was taken as the text states it.',
          symbol,
        ),
  NumberRefused: ({ symbol, takenBy }) =>
    put('Số {} đã được dùng cho {}.', 'Number {} is already taken by {}.', symbol, takenBy),
};

/** How many rounds were asked; what each moved is told by the round itself. */
function askedOf(rounds: number, back: boolean): Text {
  if (rounds === 0) return text('không có đợt nào đang mở liên quan', 'no open round is concerned');
  return back
    ? put(
        'yêu cầu {} đợt đang mở trả lại cho đơn vị cũ những gì chưa xong',
        '{} open rounds are asked to give back to the former units what is unfinished',
        rounds,
      )
    : put(
        'yêu cầu {} đợt đang mở chuyển cho đơn vị kế thừa những gì chưa xong',
        '{} open rounds are asked to hand over to the heirs what is unfinished',
        rounds,
      );
}

function valueName(field: string): Text {
  if (Object.hasOwn(DUTY_VALUE, field)) return DUTY_VALUE[field as DutyValue];
  if (field === 'via') return text('gửi qua ai', 'through whom');
  return text('cơ quan theo dõi, đôn đốc', 'monitoring body');
}

function missingValues(values: readonly string[]): Text {
  const named = values.map(missingInWords);
  const onRecord = values.some(isOnRecord);
  return put(
    onRecord ? 'không có {}' : 'văn bản không nêu {} và chưa có ai quyết định',
    onRecord ? 'there is no {}' : 'the text does not state {}, and nobody has decided it',
    { vi: named.map(({ vi }) => vi).join(', '), en: named.map(({ en }) => en).join(', ') },
  );
}
