/** A year of recognition in sentences: what was registered, proposed, decided or told, and whether in time. */
import {
  boundText,
  GRADE,
  shareText,
  RECOGNITION_SUBJECT_KIND,
  SUBJECT_STATUS,
  TIMELINESS,
} from '../../contracts';
import {
  valueOf,
  type AgainstItem,
  type Graded,
  type RecognitionEvent,
  type Text,
  type Timeliness,
} from '../../domain';
import { because, date, join, list, put, text, units, type Names, type Sentences } from './say';

export const RECOGNITION_SENTENCES: Sentences<RecognitionEvent> = {
  RegistrationCalled: ({ authority, units: called, year, reference, standingBody }, names) =>
    put(
      '{} phát động đăng ký năm {} ({}): {} được yêu cầu đăng ký{}.',
      '{} called for registration for {} ({}): {} called upon{}.',
      ...[names(authority), year, reference, units(called.length)],
      standingBody === null ? '' : put('; {} theo dõi', '; {} follows it up', names(standingBody)),
    ),
  RecognitionReminded: ({ what, year, last, units: reminded }, names) =>
    what === 'registrationReminder'
      ? put(
          'Nhắc {} chưa đăng ký năm {}, ngày cuối {} ({}).',
          'Reminded {} not registered for {}, the last day being {} ({}).',
          units(reminded.length),
          year,
          date(last),
          list(reminded, names),
        )
      : put(
          'Nhắc {} chưa nộp hồ sơ năm {}, thời gian xét đến {} ({}).',
          'Reminded {} without a dossier for {}, the time assessed ending on {} ({}).',
          units(reminded.length),
          year,
          date(last),
          list(reminded, names),
        ),
  RecognitionRegistered: (data, names) =>
    put(
      '{} ({}) đăng ký phấn đấu đạt tiêu chuẩn “An toàn về an ninh, trật tự” năm {}, {}, theo {}{}{}.',
      '{} ({}) registered to strive for recognition in {}, {}, under {}{}{}.',
      ...[names(data.unit), RECOGNITION_SUBJECT_KIND[data.kind], data.year],
      ...[data.reference, data.norm.symbol],
      entered(data),
      judged(data.timeliness),
    ),
  RecognitionDossierSubmitted: (data, names) =>
    put(
      '{}{} nộp hồ sơ đề nghị công nhận năm {}: {} câu trả lời, {} tài liệu{}.',
      '{}{} submitted its dossier of {}: {} answers, {} documents{}.',
      names(data.unit),
      data.heir === undefined
        ? ''
        : put(' (nay {} tiếp nhận)', ' (taken over by {})', names(data.heir)),
      ...[data.year, data.answers.length, data.documents.length],
      failing(data),
    ),
  RecognitionDossierAppraised: ({ unit, proposal, reasons, unfulfilled = [] }, names) =>
    put(
      'Thẩm định hồ sơ của {}: đề nghị «{}»{}{}.',
      'The dossier of {} was appraised: “{}” is proposed{}{}.',
      names(unit),
      SUBJECT_STATUS[proposal],
      unfulfilled.length === 0
        ? ''
        : put(
            ', khác bộ tiêu chí ({} tiêu chí chưa đạt)',
            ', against the checklist ({} of its items not fulfilled)',
            unfulfilled.length,
          ),
      because(reasons),
    ),
  RecognitionDossierReturned: ({ unit, reason }, names) =>
    put(
      'Trả lại hồ sơ công nhận của {}{}.',
      'The dossier of {} was returned{}.',
      names(unit),
      because(reason),
    ),
  RecognitionDecided: (
    {
      number,
      date: on,
      by,
      year,
      met,
      notMet,
      noDossier = [],
      otherwise,
      timeliness,
      norm,
      against = [],
    },
    names,
  ) =>
    put(
      '{} ký {} ngày {} công nhận năm {} theo {}: {} đạt, {} chưa đạt{}{}{}{}.',
      '{} signed {} of {} on the recognition of {} under {}: {} met, {} not met{}{}{}{}.',
      ...[names(by), number, date(on), year, norm.symbol],
      units(met.length),
      units(notMet.length + noDossier.length),
      noDossier.length === 0
        ? ''
        : put(' (không có hồ sơ: {})', ' (no dossier: {})', units(noDossier.length)),
      otherwise === 0
        ? ''
        : put('; khác đề nghị: {}', '; against the proposal: {}', units(otherwise)),
      against.length === 0
        ? ''
        : put('; khác bộ tiêu chí: {}', '; against the checklist: {}', againstText(against)),
      join(...timeliness.filter(({ judged: how }) => how !== 'inTime').map(ofKind)),
    ),
  RecognitionDelegated: ({ authority, to, year, reason }, names) =>
    put(
      '{} ủy quyền cho {} công nhận năm {}{}.',
      '{} let {} decide on the recognition of {}{}.',
      names(authority),
      names(to),
      year,
      because(reason),
    ),
  RecognitionRevoked: ({ unit, year, reason }, names) =>
    put(
      '{} bị thu hồi việc công nhận năm {}{}.',
      '{} has its recognition of {} revoked{}.',
      names(unit),
      year,
      because(reason),
    ),
  RecognitionResultRecorded: ({ year, result, by, source }, names) =>
    put(
      'Ghi nhận kết quả công nhận năm {}: {}, {}{}.',
      'A result of recognition of {} was recorded: {}, {}{}.',
      year,
      known(result, shareText),
      known(by, names),
      source === null ? '' : put('. Nguồn: {}', '. Source: {}', source.title),
    ),
  RecognitionTargetSet: ({ year, target }) =>
    put('Chỉ tiêu công nhận năm {}: {}.', 'Target for {}: {}.', year, known(target, boundText)),
  UnitClassified: ({ unit, levelText, policy, reason }, names) =>
    put(
      'Phân loại {}: {} ({}){}.',
      '{} is classified: {} ({}){}.',
      names(unit),
      levelText,
      policy,
      because(reason),
    ),
  RecognitionDeadlineReached: deadlineReached,
};

type Submitted = Extract<RecognitionEvent, { type: 'RecognitionDossierSubmitted' }>['data'];

/** What the dossier does not fulfil, in the norm's words where the entry has them. */
function failing({ happened, unfulfilled, contradicted = [], failed = [] }: Submitted): Text {
  const said = (items: readonly string[]) =>
    items.map((item) => failed.find((one) => one.item === item)?.text ?? text(item, item));
  const own = unfulfilled.filter((item) => !contradicted.includes(item));
  const part = (items: readonly string[], vi: string, en: string) =>
    items.length === 0 ? '' : put(vi, en, quoted(said(items)));
  return join(
    part(
      happened,
      '; đã xảy ra việc không được để xảy ra ({})',
      '; what must not happen has happened ({})',
    ),
    part(own, '; chưa đạt tiêu chí ({})', '; not fulfilled ({})'),
    part(
      contradicted,
      '; trả lời là đạt nhưng dữ liệu cho thấy chưa đạt ({})',
      '; answered as fulfilled while the record shows otherwise ({})',
    ),
  );
}

function quoted(items: readonly Text[]): Text {
  return {
    vi: items.map(({ vi }) => `“${vi}”`).join('; '),
    en: items.map(({ en }) => `“${en}”`).join('; '),
  };
}

function againstText(against: readonly AgainstItem[]): Text {
  const parts = against.map(({ item, text: words, units: count }) =>
    put('{} ({})', '{} ({})', quoted([words ?? text(item, item)]), units(count)),
  );
  return { vi: parts.map(({ vi }) => vi).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

function deadlineReached(
  {
    what,
    year,
    last,
    registered,
    undecided,
    units: named,
    more,
    unregistered,
  }: Extract<RecognitionEvent, { type: 'RecognitionDeadlineReached' }>['data'],
  names: Names,
): Text {
  const listed = more > 0 || named.length === 0 ? '' : join(' (', list(named, names), ')');
  switch (what) {
    case 'registrationReminder':
    case 'dossierReminder':
      return put(
        named.length === 0
          ? 'Đến ngày nhắc của năm {}: không còn đơn vị nào phải nhắc.'
          : 'Đến ngày nhắc của năm {}: {}.',
        named.length === 0
          ? 'The day of the reminder for {}: nobody is left to be reminded.'
          : 'The day of the reminder for {}: {}.',
        year,
        units(named.length + more),
      );
    case 'registrationEnds':
      return put(
        '{} là ngày cuối đăng ký năm {}: {} đã đăng ký{}.',
        '{} is the last day to register for {}: {} registered{}.',
        ...[date(last), year, units(registered)],
        unregistered === undefined || unregistered.count === 0
          ? ''
          : put(
              '; {} được yêu cầu mà chưa đăng ký',
              '; {} called upon and not registered',
              units(unregistered.count),
            ),
      );
    case 'decisionDue':
      return put(
        '{} là ngày cuối quyết định công nhận năm {}: {} chưa quyết định{}.',
        '{} is the last day to decide on {}: {} undecided{}.',
        ...[date(last), year, units(undecided), listed],
      );
    case 'decisionOverdue':
      return put(
        'Đã qua ngày cuối quyết định công nhận năm {} ({}): {} chưa quyết định{}.',
        'The last day to decide on {} ({}) has passed: {} undecided{}.',
        ...[year, date(last), units(undecided), listed],
      );
  }
}

function known<T>(graded: Graded<T>, show: (value: T) => Text): Text {
  const how = GRADE[graded.grade];
  const value = valueOf(graded);
  if (value === undefined) return put('({})', '({})', how);
  return graded.grade === 'stated' ? show(value) : put('{} ({})', '{} ({})', show(value), how);
}

type Registered = Extract<RecognitionEvent, { type: 'RecognitionRegistered' }>['data'];

/** Both days where they differ; a day that the unit gives itself is said to be that. */
function entered({ date: on, enteredOn = on, ownStatement }: Registered): Text {
  if (enteredOn === on) return text('', '');
  return ownStatement
    ? put(
        '; ghi sau, ngày {}, theo lời khai của chính đơn vị là ngày {}',
        '; entered later, {}, by its own statement of {}',
        ...[date(enteredOn), date(on)],
      )
    : put('; nhận ngày {}, ghi ngày {}', '; received {}, entered {}', date(on), date(enteredOn));
}

/** What is in time needs no word. */
function judged({ judged: how, first, last }: Timeliness): Text {
  if (how === 'inTime') return text('', '');
  if (how === 'notJudged') return put('; {}', '; {}', TIMELINESS[how]);
  return put(
    '; {}: quy định từ {} đến {}',
    '; {}: the window is from {} to {}',
    TIMELINESS[how],
    date(first),
    date(last),
  );
}

function ofKind({
  kind,
  ...timeliness
}: Timeliness & { kind: keyof typeof RECOGNITION_SUBJECT_KIND }): Text {
  return join('; ', RECOGNITION_SUBJECT_KIND[kind], judged(timeliness));
}
