/**
 * INVENTED UNITS: forty subjects of recognition in Thanh Hóa. No source names any; each bears in its name that it is assumed.
 * They have no contacts, so no mail goes to them.
 */
import type { NewUnit, RecognitionSubjectKind } from '../../libs/domain';

export type RecognitionSubject = { readonly unit: NewUnit; readonly kind: RecognitionSubjectKind };

/** 20 agencies, 12 enterprises and 8 schools. */
const GROUPS: readonly (readonly [RecognitionSubjectKind, number, string, string])[] = [
  ['agency', 20, 'Cơ quan', 'Agency'],
  ['enterprise', 12, 'Doanh nghiệp', 'Enterprise'],
  ['educationalInstitution', 8, 'Trường', 'School'],
];

const IDS: { readonly [kind in RecognitionSubjectKind]?: string } = {
  agency: 'co-quan',
  enterprise: 'doanh-nghiep',
  educationalInstitution: 'truong',
};

export const recognitionSubjects: readonly RecognitionSubject[] = GROUPS.flatMap(
  ([kind, count, vi, en]) =>
    Array.from({ length: count }, (_, index): RecognitionSubject => {
      const number = String(index + 1).padStart(2, '0');
      const unit: NewUnit = {
        id: `${IDS[kind]!}-gia-dinh-${number}`,
        name: { vi: `${vi} giả định số ${number}`, en: `${en} no. ${number} (assumed)` },
        aliases: [],
        parent: null,
        kind: 'recognitionSubject',
        roleClasses: [],
        from: '2018-01-01',
        source: 'Giả định của bản chạy mô phỏng: không nguồn nào nêu tên đơn vị',
        contacts: [],
      };
      return { unit, kind };
    }),
);
