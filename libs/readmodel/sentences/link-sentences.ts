/** Who answers whom in sentences, with both dates where a report below is due after the one it is part of. */
import { GRADE } from '../../contracts';
import {
  valueOf,
  type DateWarning,
  type DirectiveEvent,
  type LinkManner,
  type LinkWarning,
  type PlannedPeriod,
  type Text,
} from '../../domain';
import { because, join, put, text, time, units, type Sentences } from './say';

type OfLinks = Extract<
  DirectiveEvent,
  { type: 'DutyLinked' | 'DutyUnlinked' | 'FeedsNoted' | 'ChildReportTaken' }
>;

export const LINK_SENTENCES: Sentences<OfLinks> = {
  DutyLinked: ({ duty, from, reason, warning, manner, open = [] }) =>
    join(
      put(
        'Nghĩa vụ {} được trả lời bằng báo cáo của {} ({}){}',
        'Duty {} is answered by the reports of {} ({}){}',
        duty,
        refText(valueOf(from)),
        GRADE[from.grade],
        because(reason),
      ),
      open.length === 0
        ? ''
        : put('; trả lời cả kỳ đang mở {}', '; also of the open period {}', periods(open)),
      '.',
      warning === null ? '' : join(' ', warningNote(warning)),
      manner === undefined ? '' : join(' ', mannerNote(manner)),
    ),
  DutyUnlinked: ({ duty, from, reason }) =>
    put(
      'Bỏ liên kết của nghĩa vụ {} với {}{}.',
      "Duty {}'s link to {} was taken back{}.",
      duty,
      refText(from),
      because(reason),
    ),
  FeedsNoted: ({ duty, target, feeds }, names) =>
    feeds
      ? put(
          'Báo cáo của nghĩa vụ {} từ nay được tổng hợp lên {} của {}.',
          "Duty {}'s reports are from now on consolidated into {} of {}.",
          duty,
          refText(target),
          names(target.unit),
        )
      : put(
          'Báo cáo của nghĩa vụ {} không còn trả lời {}.',
          "Duty {}'s reports answer {} no more.",
          duty,
          refText(target),
        ),
  ChildReportTaken: ({ duty, period, unit, child }, names) =>
    put(
      'Nhận báo cáo của {} ({}) cho nghĩa vụ {}, kỳ {}, của {}.',
      'The report of {} ({}) was taken for duty {}, period {}, of {}.',
      names(child.by),
      child.symbol,
      duty,
      period,
      names(unit),
    ),
};

/** By itself, or by a person: as it was known when the link was made. */
export function mannerNote({ reporters, byItself }: LinkManner): Text {
  if (byItself) {
    return text(
      'Ở đó một đơn vị báo cáo: báo cáo được chấp nhận tự trả lời.',
      'One unit reports there: its accepted report answers by itself.',
    );
  }
  return put(
    'Ở đó {} báo cáo: không báo cáo nào tự trả lời, một người lập dự thảo tổng hợp rồi gửi.',
    'There report {}: none answers by itself, a person makes the consolidated draft and hands it in.',
    reporters === null ? text('chưa rõ ai', 'units not known yet') : units(reporters),
  );
}

function warningNote({ below, above }: DateWarning): Text {
  return put(
    'Lưu ý: cấp dưới đến hạn {} sau cấp trên {}.',
    'Note: below it is due {}, after {} above.',
    time(below),
    time(above),
  );
}

type Noted = { readonly type: string; readonly data: unknown };
type Linked = Pick<Extract<DirectiveEvent, { type: 'DutyLinked' }>['data'], 'warning' | 'manner'>;

/** What is said of links to whoever made one, set a duty up or decided a value of it. */
export function linkNotes(events: readonly Noted[]): Text[] {
  return events.flatMap(({ type, data }): Text[] => {
    if (type === 'DutyLinked') {
      const { warning, manner } = data as Linked;
      return [...(warning ? [warningNote(warning)] : []), ...(manner ? [mannerNote(manner)] : [])];
    }
    if (type !== 'DutySetUp' && type !== 'ValueDecided') return [];
    return eachDateNote((data as { warnings?: readonly LinkWarning[] }).warnings);
  });
}

/** Events of which {@link linkNotes} may say something. */
export const NOTED: readonly string[] = ['DutyLinked', 'DutySetUp', 'ValueDecided'];

/** Nothing where nothing is late. */
export function dateNotes(warnings?: readonly LinkWarning[]): Text | string {
  return join(...eachDateNote(warnings).flatMap((note) => [' ', note]));
}

function eachDateNote(warnings: readonly LinkWarning[] = []): Text[] {
  return warnings.map(({ from, answers, below, above }) =>
    put(
      'Lưu ý: {} đến hạn {}, sau {} mà nó trả lời ({}).',
      'Note: {} is due {}, after {}, which it answers ({}).',
      refText(from),
      time(below),
      refText(answers),
      time(above),
    ),
  );
}

function refText(ref: { readonly directive: string; readonly duty: string } | undefined): string {
  return ref === undefined ? '–' : `${ref.directive}~${ref.duty}`;
}

function periods(open: readonly PlannedPeriod[]): Text {
  const said = (language: 'vi' | 'en') => open.map(({ label }) => label[language]).join(', ');
  return { vi: said('vi'), en: said('en') };
}
