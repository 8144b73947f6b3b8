/** The life of a commendation in sentences. Persons are counted, never named: a sentence outlives the name behind a token. */
import { APPRAISAL_FINDING, COMMENDATION_STEP, RUNG_KIND, STEP_SKIP } from '../../contracts';
import {
  valueOf,
  type BarsEvent,
  type CommendationEvent,
  type Deadline,
  type ErasureEvent,
  type Subject,
  type Text,
} from '../../domain';
import { because, date, join, list, put, text, time, type Names, type Sentences } from './say';

export const COMMENDATION_SENTENCES: Sentences<CommendationEvent> = {
  CommendationNominated: (
    { nominatedBy, nomination, power, warnings, thematic, deadline },
    names,
  ) =>
    join(
      put(
        '{} đề nghị tặng “{}” (nơi khen thưởng: {}) cho {}{}',
        '{} nominated for “{}” (to be awarded by {}): {}{}',
        names(nominatedBy),
        power.name,
        names(nomination.awardingBody),
        subjectsText(nomination.subjects, names),
        because(nomination.reason),
      ),
      warnings.includes('commendation.no-power')
        ? text(
            '; cảnh báo: nơi được đề nghị chưa có thẩm quyền',
            '; warning: that body has not the power',
          )
        : '',
      thematic === undefined
        ? ''
        : put(
            '; cảnh báo: đề nghị theo chuyên đề sau hạn {} ({} ngày kể từ ngày lập thành tích, {})',
            '; warning: a thematic nomination after {} ({} days from the achievement, {})',
            date(thematic.last),
            thematic.calendarDays,
            thematic.policy,
          ),
      next(deadline, names),
    ),
  DossierCompleted: ({ documents, deadline }, names) =>
    join(
      put('Nộp đủ hồ sơ, {} tài liệu', 'The dossier was handed in, {} papers', documents.length),
      next(deadline, names),
    ),
  DossierReturned: ({ reason, deadline }, names) =>
    join(
      put('Trả lại hồ sơ{}', 'The dossier was returned{}', because(reason)),
      next(deadline, names),
    ),
  NominationAppraised: ({ by, finding, reason, barred, opinionsOf, deadline }, names) =>
    join(
      put(
        '{} thẩm định: {}{}',
        '{} appraised: {}{}',
        names(by),
        APPRAISAL_FINDING[finding],
        because(reason),
      ),
      barred.length === 0
        ? ''
        : put(
            '; đang bị kỷ luật hoặc kiểm tra: {}',
            '; under discipline or inspection: {}',
            barred.length,
          ),
      opinionsOf.length === 0
        ? ''
        : put('; xin ý kiến {}', '; opinions asked of {}', list(opinionsOf, names)),
      next(deadline, names),
    ),
  OpinionGiven: ({ unit, by, opinion, reason }, names) =>
    put(
      '{}{} {}{}.',
      '{}{} {}{}.',
      names(by ?? unit),
      by === undefined ? '' : put(' (thay {})', ' (for {})', names(unit)),
      opinion === 'agree' ? text('đồng ý', 'agrees') : text('không đồng ý', 'disagrees'),
      because(reason),
    ),
  CommendationDecided: (
    { number, date: on, signer, power, withoutOpinionOf, otherwise, deadline },
    names,
  ) =>
    join(
      put(
        'Quyết định khen thưởng số {} ngày {}, {}: “{}”; thẩm quyền theo {}',
        'Commendation decided, No. {} of {}, {}: “{}”; the power is by {}',
        number,
        date(on),
        signer,
        power.name,
        power.policy,
      ),
      withoutOpinionOf.length === 0
        ? ''
        : put(
            '; chưa có ý kiến của {}',
            '; without the opinion of {}',
            list(withoutOpinionOf, names),
          ),
      otherwise ? text('; khác kết quả thẩm định', '; against the appraisal') : '',
      next(deadline, names),
    ),
  CommendationRefused: ({ reason }) =>
    put('Quyết định không khen thưởng{}.', 'The commendation was refused{}.', because(reason)),
  AwardConferred: ({ on, where, deadline }, names) =>
    join(
      put('Trao tặng ngày {} tại {}', 'The award was conferred on {}, {}', date(on), where),
      next(deadline, names),
    ),
  AwardMadeKnown: ({ on, how }) =>
    put('Công bố kết quả ngày {}: {}.', 'The award was made known on {}: {}.', date(on), how),
  NominationWithdrawn: ({ reason }) =>
    put('Rút đề nghị khen thưởng{}.', 'The nomination was withdrawn{}.', because(reason)),
  CommendationRevoked: ({ reason, reclaim }) =>
    put(
      'Hủy bỏ quyết định khen thưởng{}{}.',
      'The commendation was revoked{}{}.',
      reclaim ? text(', thu hồi hiện vật và tiền thưởng', ', what was given is reclaimed') : '',
      because(reason),
    ),
  AwardsRecorded: ({ title, subjects, awardingBodies, source }, names) =>
    put(
      'Ghi nhận khen thưởng “{}”: {}; nơi khen thưởng: {}{}.',
      'Awards were recorded, “{}”: {}; awarded by: {}{}.',
      title,
      subjectsText(valueOf(subjects) ?? [], names),
      list(valueOf(awardingBodies) ?? [], names),
      source === null ? '' : put('. Nguồn: {}', '. Source: {}', source.title),
    ),
  CommendationRungReached: ({ rung, kind, step, responsible, to, dueAt, skipped }, names) =>
    put(
      'Mức {} ({}) của bước “{}”, {} phải xong trước {}: {}.',
      'Rung {} ({}) of the step “{}”, owed by {} until {}: {}.',
      rung,
      RUNG_KIND[kind],
      COMMENDATION_STEP[step],
      names(responsible),
      time(dueAt),
      skipped === null
        ? put('báo {}', '{} was told', to === null ? '–' : names(to))
        : put('bỏ qua, {}', 'skipped, {}', STEP_SKIP[skipped]),
    ),
  CommendationRungsHeld: ({ step, rungs }) =>
    put(
      'Hoãn các mức {} của bước “{}” sau khi hệ thống gián đoạn.',
      'The rungs {} of the step “{}” are held after an outage.',
      rungs.join(', '),
      COMMENDATION_STEP[step],
    ),
  HeldStepReplanned: ({ rungs }) =>
    put(
      'Định lại các mức bị hoãn: {}.',
      'The held rungs were planned anew: {}.',
      joined(rungs.map(({ id, at }) => put('{} lúc {}', '{} at {}', id, time(at)))),
    ),
};

export const BAR_SENTENCES: Sentences<BarsEvent> = {
  BarRecorded: ({ unit, kind, from, reason }, names) =>
    put(
      '{} đang bị {} từ {}{}: không khen thưởng trong thời gian này.',
      '{} is under {} from {}{}: no award meanwhile.',
      names(unit),
      kind === 'discipline'
        ? text('kỷ luật', 'discipline')
        : text('thanh tra, kiểm tra', 'inspection'),
      date(from),
      because(reason),
    ),
  BarLifted: ({ unit, on, reason }, names) =>
    put(
      '{} hết bị hạn chế khen thưởng từ {}{}.',
      '{} is no longer barred from {} on{}.',
      names(unit),
      date(on),
      because(reason),
    ),
};

export const ERASURE_SENTENCES: Sentences<ErasureEvent> = {
  PersonalValueErased: ({ token, reason }) =>
    put(
      'Xóa dữ liệu cá nhân {}…{}.',
      'The personal value {}… was erased{}.',
      token.slice(0, 12),
      because(reason),
    ),
};

/** Who owes what comes next and by when. */
function next(deadline: Deadline | null, names: Names): Text {
  if (deadline === null) return text('.', '.');
  return put(
    '. Tiếp theo: {}, {}, hạn {}.',
    '. Next: {}, {}, due {}.',
    COMMENDATION_STEP[deadline.step],
    names(deadline.responsible),
    time(deadline.schedule.dueAt),
  );
}

/** "58 tập thể, 41 cá nhân"; units by name, persons by number alone. */
export function subjectsText(subjects: readonly Subject[], names: Names): Text {
  const units = subjects.flatMap((it) => (it.kind === 'collective' ? [it.unit] : []));
  const count = (of: (it: Subject) => number) => subjects.reduce((all, it) => all + of(it), 0);
  const persons = (kind: 'individual' | 'household', key: 'individuals' | 'households') =>
    count((it) => (it.kind === kind ? 1 : it.kind === 'aggregate' ? it[key] : 0));
  const counted = count((it) => (it.kind === 'aggregate' ? it.collectives : 0));
  const parts: Text[] = [
    ...(units.length > 0 ? [list(units, names)] : []),
    ...some(counted, 'tập thể', 'collectives'),
    ...some(persons('individual', 'individuals'), 'cá nhân', 'individuals'),
    ...some(persons('household', 'households'), 'hộ gia đình', 'households'),
  ];
  return parts.length === 0 ? text('(không nêu)', '(not stated)') : joined(parts);
}

function some(count: number, vi: string, en: string): Text[] {
  return count === 0 ? [] : [text(`${count} ${vi}`, `${count} ${en}`)];
}

function joined(parts: readonly Text[]): Text {
  return {
    vi: parts.map(({ vi }) => vi).join(', '),
    en: parts.map(({ en }) => en).join(', '),
  };
}
