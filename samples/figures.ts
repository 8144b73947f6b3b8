/**
 * INVENTED FIGURES: the form, the indicator and the figures of the half-yearly reports of 04/CT-UBND of Thanh Hóa. The
 * directive states none of them; the form and the target are decided in the drill, and what the units report is made up.
 */
import type { FormDefinition, IndicatorDefinition, ReportData } from '../libs/domain';

const heading = (code: string, vi: string, en: string, required = false) => ({
  code,
  heading: { vi, en },
  required,
});

const count = (code: string, vi: string, en: string) =>
  ({
    code,
    label: { vi, en },
    required: true,
    type: 'integer',
    rollUp: 'sum',
    min: 0,
    max: null,
  }) as const;

export const formOfS0: FormDefinition = {
  outline: [
    heading('results', 'II. Kết quả theo từng nhiệm vụ, chỉ tiêu', 'II. Results by task', true),
    heading('shortcomings', 'III. Tồn tại, hạn chế; nguyên nhân', 'III. Shortcomings and causes'),
    heading('proposals', 'V. Kiến nghị, đề xuất', 'V. Proposals'),
  ],
  fields: [
    count('registered', 'Số đơn vị đăng ký đạt tiêu chuẩn', 'Units registered for the standard'),
    count('recognised', 'Số đơn vị đạt tiêu chuẩn', 'Units that meet the standard'),
    {
      code: 'models',
      label: { vi: 'Mô hình, điển hình tiên tiến', en: 'Exemplary models' },
      required: false,
      type: 'models',
      rollUp: 'list',
    },
  ],
  rules: [
    {
      kind: 'notMoreThan',
      field: 'recognised',
      than: 'registered',
      message: {
        vi: 'Số đơn vị đạt không thể nhiều hơn số đăng ký',
        en: 'No more units can meet the standard than are registered',
      },
    },
  ],
};

export const indicatorOfS0: IndicatorDefinition = {
  id: 'recognised',
  title: {
    vi: 'Tỷ lệ đơn vị đạt tiêu chuẩn "An toàn về an ninh, trật tự"',
    en: 'Share of units that meet the standard of security and order',
  },
  duty: 'report',
  numerator: { kind: 'sum', field: 'recognised' },
  denominator: { kind: 'sum', field: 'registered' },
  target: {
    grade: 'assumed',
    value: { comparator: '>', part: 95, of: 100 },
    reason:
      'chỉ thị không nêu chỉ tiêu; mượn mức "trên 95%" của bản tin sơ kết 26/11/2019 để chạy mô phỏng',
  },
  by: null,
};

const REGISTERED = 40;

/** In the first half of a year 38 of 40, exactly 95.0 %; in the second 39 of 40, 97.5 %: the same of every unit. */
export function figuresOf(period: string, form: number): ReportData {
  return {
    form,
    sections: { results: 'Nội dung giả định (chạy mô phỏng)' },
    values: {
      registered: REGISTERED,
      recognised: period.endsWith('-H1') ? 38 : 39,
      models: [
        {
          name: 'Mô hình giả định',
          place: 'địa bàn của đơn vị',
          summary: 'Tình huống của bản chạy mô phỏng',
        },
      ],
    },
  };
}
