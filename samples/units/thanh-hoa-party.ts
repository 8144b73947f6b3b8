/**
 * The 27 district-level Party committees of Thanh Hóa as they stood in 2012.
 * An outside fact: directive 09-CT/TU names "các cấp ủy, tổ chức Đảng", not its members; the others are not listed.
 */
import { THANH_HOA_RURAL } from './thanh-hoa-places';
import { unit } from './unit';

const SOURCE =
  'Tỉnh Thanh Hóa năm 2012 có 27 đơn vị hành chính cấp huyện, mỗi đơn vị một đảng bộ (dữ kiện ngoài văn bản, chưa kiểm chứng)';

const COMMITTEES = {
  'Thành ủy': { prefix: 'thanh-uy', places: ['Thanh Hóa'] },
  'Thị ủy': { prefix: 'thi-uy', places: ['Bỉm Sơn', 'Sầm Sơn'] },
  'Huyện ủy': {
    prefix: 'huyen-uy',
    places: THANH_HOA_RURAL,
  },
} as const;

export const thanhHoaPartyCommittees = Object.entries(COMMITTEES).flatMap(
  ([kind, { prefix, places }]) =>
    places.map((place) =>
      unit({
        place,
        prefix,
        name: { vi: `${kind} ${place}`, en: `Party Committee of ${place}` },
        aliases: [],
        parent: 'ban-thuong-vu-tinh-uy-thanh-hoa',
        kind: 'districtPartyCommittee',
        roleClass: 'cap-uy-dang-thanh-hoa',
        from: '2011-12-30',
        source: SOURCE,
      }),
    ),
);
