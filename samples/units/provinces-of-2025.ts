/**
 * The 23 provinces and cities that came of merging on 01/07/2025: with the 11 that stayed as they were, 34. An outside fact.
 * That their police forces merged on the same day in the same way is an assumption of the drill.
 */
import type { NewUnit } from '../../libs/domain';
import { contacts, slug } from './unit';

export const PROVINCES_SOURCE =
  'Nghị quyết 202/2025/QH15: 34 tỉnh, thành phố từ 01/07/2025 (dữ kiện ngoài văn bản, chưa kiểm chứng)';

/** The province that stays by name, and those that merged into it. */
const MERGED: { readonly [into: string]: readonly string[] } = {
  'Tuyên Quang': ['Hà Giang'],
  'Lào Cai': ['Yên Bái'],
  'Thái Nguyên': ['Bắc Kạn'],
  'Phú Thọ': ['Vĩnh Phúc', 'Hòa Bình'],
  'Bắc Ninh': ['Bắc Giang'],
  'Hưng Yên': ['Thái Bình'],
  'Hải Phòng': ['Hải Dương'],
  'Ninh Bình': ['Hà Nam', 'Nam Định'],
  'Quảng Trị': ['Quảng Bình'],
  'Đà Nẵng': ['Quảng Nam'],
  'Quảng Ngãi': ['Kon Tum'],
  'Gia Lai': ['Bình Định'],
  'Khánh Hòa': ['Ninh Thuận'],
  'Lâm Đồng': ['Đắk Nông', 'Bình Thuận'],
  'Đắk Lắk': ['Phú Yên'],
  'Hồ Chí Minh': ['Bình Dương', 'Bà Rịa - Vũng Tàu'],
  'Đồng Nai': ['Bình Phước'],
  'Tây Ninh': ['Long An'],
  'Cần Thơ': ['Sóc Trăng', 'Hậu Giang'],
  'Vĩnh Long': ['Bến Tre', 'Trà Vinh'],
  'Đồng Tháp': ['Tiền Giang'],
  'Cà Mau': ['Bạc Liêu'],
  'An Giang': ['Kiên Giang'],
};

/** Of each province that stays by name, the police forces that its own took over: 29 in all. */
export const mergedPolice: readonly { readonly units: readonly string[]; readonly into: string }[] =
  Object.entries(MERGED).map(([into, places]) => ({
    units: places.map((place) => `cat-${slug(place)}`),
    into: `cat-${slug(into)}`,
  }));

/** Hậu Giang, whose committee issued a directive, became part of it. */
export const committeeOfCanTho: NewUnit = {
  id: 'ubnd-tp-can-tho',
  name: { vi: 'UBND thành phố Cần Thơ', en: "People's Committee of Cần Thơ city" },
  aliases: ['UBND Cần Thơ'],
  parent: null,
  kind: 'provincialCommittee',
  roleClasses: [],
  from: '2008-08-01',
  source: PROVINCES_SOURCE,
  contacts: contacts('ubnd-tp-can-tho'),
};
