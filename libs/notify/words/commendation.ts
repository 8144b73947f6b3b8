/** What a message says about a commendation, in both languages: which step, for whom, what follows. */
import type { CommendationStatus, StepName } from '../../domain';
import { momentText, momentWithDay } from '../moments';
import type { CommendationFacts, CommendationNotice } from '../commendation-notice';
import type { ComingRung, Language } from '../notice';

export type CommendationWords = {
  readonly headline: (notice: CommendationNotice) => string;
  readonly lead: (notice: CommendationNotice) => string;
  readonly what: (facts: CommendationFacts) => string;
  readonly subjects: (facts: CommendationFacts) => string;
  readonly coming: (rung: ComingRung) => string;
  readonly answer: (code: string) => string;
  readonly labels: {
    readonly commendation: string;
    readonly subjects: string;
    readonly nominatedBy: string;
    readonly awardingBody: string;
    readonly code: string;
  };
};

const VI_STEP: { readonly [step in StepName]: string } = {
  dossier: 'hoàn thiện hồ sơ',
  appraisal: 'thẩm định',
  decision: 'quyết định',
  conferral: 'trao tặng',
  announcement: 'công bố',
};
const EN_STEP: { readonly [step in StepName]: string } = {
  dossier: 'complete the dossier',
  appraisal: 'appraise',
  decision: 'decide',
  conferral: 'confer the award',
  announcement: 'make it known',
};

const VI_STATUS: { readonly [status in CommendationStatus]?: string } = {
  decided: 'Đã quyết định khen thưởng',
  refused: 'Không khen thưởng',
  madeKnown: 'Đã công bố khen thưởng',
  revoked: 'Đã hủy bỏ quyết định khen thưởng',
};
const EN_STATUS: { readonly [status in CommendationStatus]?: string } = {
  decided: 'The commendation was decided',
  refused: 'The commendation was refused',
  madeKnown: 'The award was made known',
  revoked: 'The commendation was revoked',
};

const due = ({ due: it }: CommendationNotice, language: Language): string =>
  it ? momentWithDay(it, language) : '–';

const vi: CommendationWords = {
  headline({ body }) {
    switch (body.kind) {
      case 'stepBegun':
        return `Việc mới: ${VI_STEP[body.step]}`;
      case 'stepReminder':
        return body.overdue
          ? `Quá hạn ${-body.daysLeft} ngày làm việc: ${VI_STEP[body.step]}`
          : `${body.daysLeft > 0 ? `Còn ${body.daysLeft} ngày làm việc` : 'Hôm nay đến hạn'}: ${VI_STEP[body.step]}`;
      case 'stepEscalation':
        return `Báo cáo cấp trên: chậm ${VI_STEP[body.step]}`;
      case 'opinionAsked':
        return body.daysLeft === null
          ? 'Xin ý kiến'
          : `${body.daysLeft > 0 ? `Còn ${body.daysLeft} ngày làm việc` : 'Hôm nay đến hạn'}: cho ý kiến`;
      case 'commendationOutcome':
        return VI_STATUS[body.status] ?? 'Kết quả';
    }
  },
  lead(it) {
    const { body } = it;
    switch (body.kind) {
      case 'stepBegun':
        return `${it.unitName.vi} cần ${VI_STEP[body.step]} ${vi.what(it.commendation)}, hạn ${due(it, 'vi')}.`;
      case 'stepReminder':
        return `Đến nay hệ thống chưa ghi nhận việc ${VI_STEP[body.step]} ${vi.what(it.commendation)}, hạn ${due(it, 'vi')}.`;
      case 'stepEscalation':
        return `${body.responsible.vi} chưa ${VI_STEP[body.step]} ${vi.what(it.commendation)}, hạn ${due(it, 'vi')}, đã quá ${-body.daysLeft} ngày làm việc. Đề nghị chỉ đạo thực hiện.`;
      case 'opinionAsked':
        return body.daysLeft === null
          ? `Đề nghị ${it.unitName.vi} cho ý kiến về ${vi.what(it.commendation)} trước khi quyết định, hạn quyết định ${due(it, 'vi')}.`
          : `Đến nay hệ thống chưa ghi nhận ý kiến của ${it.unitName.vi} về ${vi.what(it.commendation)}, hạn quyết định ${due(it, 'vi')}.`;
      case 'commendationOutcome':
        return `${vi.headline(it)}: ${vi.what(it.commendation)}.`;
    }
  },
  what: ({ form, nominatedBy }) => `đề nghị khen thưởng “${form.vi}” của ${nominatedBy.vi}`,
  subjects: (facts) =>
    counted(facts, [
      ['tập thể', 'tập thể'],
      ['cá nhân', 'cá nhân'],
      ['hộ gia đình', 'hộ gia đình'],
    ]),
  coming: ({ kind, audience, ...at }) =>
    `${momentText(at, 'vi')}: ${kind === 'reminder' ? 'nhắc' : 'báo cáo'} ${VI_AUDIENCE[audience]}.`,
  answer: (code) => `Ghi nhận trong hệ thống, tại mã ${code}.`,
  labels: {
    commendation: 'Đề nghị',
    subjects: 'Số lượng',
    nominatedBy: 'Nơi đề nghị',
    awardingBody: 'Nơi khen thưởng',
    code: 'Mã đề nghị',
  },
};

const en: CommendationWords = {
  headline({ body }) {
    switch (body.kind) {
      case 'stepBegun':
        return `New: ${EN_STEP[body.step]}`;
      case 'stepReminder':
        return body.overdue
          ? `${-body.daysLeft} working days late: ${EN_STEP[body.step]}`
          : `${body.daysLeft > 0 ? `${body.daysLeft} working days left` : 'Due today'}: ${EN_STEP[body.step]}`;
      case 'stepEscalation':
        return `To the superior: late to ${EN_STEP[body.step]}`;
      case 'opinionAsked':
        return body.daysLeft === null
          ? 'Your opinion is asked'
          : `${body.daysLeft > 0 ? `${body.daysLeft} working days left` : 'Due today'}: give your opinion`;
      case 'commendationOutcome':
        return EN_STATUS[body.status] ?? 'Outcome';
    }
  },
  lead(it) {
    const { body } = it;
    switch (body.kind) {
      case 'stepBegun':
        return `${it.unitName.en} is to ${EN_STEP[body.step]}: ${en.what(it.commendation)}, due ${due(it, 'en')}.`;
      case 'stepReminder':
        return `So far nothing is recorded of the step “${EN_STEP[body.step]}” of ${en.what(it.commendation)}, due ${due(it, 'en')}.`;
      case 'stepEscalation':
        return `${body.responsible.en} has not yet done “${EN_STEP[body.step]}” for ${en.what(it.commendation)}, due ${due(it, 'en')}, ${-body.daysLeft} working days ago. Please direct it.`;
      case 'opinionAsked':
        return body.daysLeft === null
          ? `${it.unitName.en} is asked for its opinion on ${en.what(it.commendation)} before the decision, which is due ${due(it, 'en')}.`
          : `So far no opinion of ${it.unitName.en} on ${en.what(it.commendation)} is recorded; the decision is due ${due(it, 'en')}.`;
      case 'commendationOutcome':
        return `${en.headline(it)}: ${en.what(it.commendation)}.`;
    }
  },
  what: ({ form, nominatedBy }) => `the nomination for “${form.en}” by ${nominatedBy.en}`,
  subjects: (facts) =>
    counted(facts, [
      ['collective', 'collectives'],
      ['individual', 'individuals'],
      ['household', 'households'],
    ]),
  coming: ({ kind, audience, ...at }) =>
    `${momentText(at, 'en')}: ${kind === 'reminder' ? 'a reminder to' : 'a report to'} ${EN_AUDIENCE[audience]}.`,
  answer: (code) => `Record it in the system under ${code}.`,
  labels: {
    commendation: 'Nomination',
    subjects: 'How many',
    nominatedBy: 'Nominated by',
    awardingBody: 'Awarding body',
    code: 'Commendation',
  },
};

const VI_AUDIENCE = {
  focal: 'đầu mối của đơn vị',
  head: 'thủ trưởng đơn vị',
  superior: 'cơ quan cấp trên trực tiếp',
  issuer: 'nơi khen thưởng',
} as const;
const EN_AUDIENCE = {
  focal: 'the focal person',
  head: 'the head of the unit',
  superior: 'the superior',
  issuer: 'the awarding body',
} as const;

type Noun = readonly [one: string, many: string];

function counted(
  { collectives, individuals, households }: CommendationFacts,
  nouns: readonly [Noun, Noun, Noun],
): string {
  return [collectives, individuals, households]
    .map((count, index) => (count > 0 ? `${count} ${nouns[index]![count === 1 ? 0 : 1]}` : ''))
    .filter(Boolean)
    .join(', ');
}

export const COMMENDATION_WORDS: { readonly [L in Language]: CommendationWords } = { vi, en };
