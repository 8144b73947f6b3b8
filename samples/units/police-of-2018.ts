/**
 * INVENTED UNITS: what the Ministry's reorganisation of August 2018 ended. That the general departments were abolished and
 * twenty provincial fire polices merged is an outside fact (domain facts 1.1, unverified); which ones they were our sources
 * do not say, so each bears in its name that it is assumed. They are known from 2018 on and owe nothing before.
 */
import type { NewUnit } from '../../libs/domain';
import { provincialPolice } from './provincial-police';

const SOURCE =
  'Dữ kiện ngoài văn bản, chưa kiểm chứng: tháng 8/2018 bỏ cấp Tổng cục, 20 Cảnh sát PCCC cấp tỉnh sáp nhập Công an tỉnh; danh sách không có trong nguồn';
const FROM = '2018-01-01';

type Merging = { readonly unit: NewUnit; readonly into: string };

const FIRE_POLICES = 20;

/** Into the first twenty police forces of our list: an assumption, as no source names the provinces. */
export const firePolices: readonly Merging[] = provincialPolice
  .slice(0, FIRE_POLICES)
  .map(({ id: into }, index) => {
    const number = String(index + 1).padStart(2, '0');
    return {
      into,
      unit: assumed({
        id: `cs-pccc-gia-dinh-${number}`,
        vi: `Cảnh sát PCCC cấp tỉnh giả định số ${number}`,
        en: `Provincial fire police no. ${number} (assumed)`,
        kind: 'firePolice',
        roleClasses: ['canh-sat-pccc'],
      }),
    };
  });

/** One for all: how many there were is not in our sources either. */
export const generalDepartments: Merging = {
  into: 'bo-cong-an',
  unit: assumed({
    id: 'cac-tong-cuc',
    vi: 'Các Tổng cục thuộc Bộ Công an (danh sách không có trong nguồn)',
    en: 'General departments of the Ministry (not listed in our sources)',
    kind: 'collective',
    roleClasses: [],
  }),
};

type Assumed = Pick<NewUnit, 'id' | 'kind' | 'roleClasses'> & {
  readonly vi: string;
  readonly en: string;
};

function assumed({ vi, en, ...rest }: Assumed): NewUnit {
  const where = { parent: 'bo-cong-an', from: FROM, source: SOURCE } as const;
  return { ...rest, ...where, name: { vi, en }, aliases: [], contacts: [] };
}
