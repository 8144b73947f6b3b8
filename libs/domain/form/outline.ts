/** The outline of a report as offices write it (đề cương): the five headings of an ordinary report. */
import type { OutlineHeading } from './types';

export const STANDARD_OUTLINE: readonly OutlineHeading[] = [
  {
    code: 'leadership',
    heading: {
      vi: 'I. Tình hình; công tác lãnh đạo, chỉ đạo, quán triệt',
      en: 'I. Situation; leadership, direction, dissemination',
    },
    required: false,
  },
  {
    code: 'results',
    heading: {
      vi: 'II. Kết quả theo từng nhiệm vụ, chỉ tiêu; so với kỳ trước, kế hoạch',
      en: 'II. Results by task and indicator, against the period before and the plan',
    },
    required: true,
  },
  {
    code: 'shortcomings',
    heading: {
      vi: 'III. Tồn tại, hạn chế; nguyên nhân chủ quan, khách quan; bài học',
      en: 'III. Shortcomings; subjective and objective causes; lessons',
    },
    required: false,
  },
  {
    code: 'directions',
    heading: {
      vi: 'IV. Phương hướng, giải pháp kỳ tới',
      en: 'IV. Directions and measures for the next period',
    },
    required: false,
  },
  {
    code: 'proposals',
    heading: { vi: 'V. Kiến nghị, đề xuất', en: 'V. Proposals, and to whom' },
    required: false,
  },
];
