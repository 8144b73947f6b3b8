/**
 * The 27 district-level people's committees of Thanh Hóa as they stood in April 2018.
 * An outside fact: directive 04/CT-UBND names the class, not its members.
 */
import { THANH_HOA_RURAL } from './thanh-hoa-places';
import { unit } from './unit';

const SOURCE =
  'Cổng thông tin điện tử tỉnh Thanh Hóa, 2018: 27 đơn vị hành chính cấp huyện (dữ kiện ngoài văn bản)';

const UNITS = {
  'thành phố': ['Thanh Hóa', 'Sầm Sơn'],
  'thị xã': ['Bỉm Sơn'],
  huyện: THANH_HOA_RURAL,
} as const;

export const thanhHoaDistricts = Object.entries(UNITS).flatMap(([kind, places]) =>
  places.map((place) =>
    unit({
      place,
      prefix: 'ubnd',
      name: { vi: `UBND ${kind} ${place}`, en: `People's Committee of ${place}` },
      aliases: [place],
      parent: 'ubnd-tinh-thanh-hoa',
      kind: 'districtCommittee',
      roleClass: 'chu-tich-ubnd-huyen',
      from: '2017-05-19',
      source: SOURCE,
    }),
  ),
);
