/**
 * INVENTED UNITS: the 166 commune-level committees of Thanh Hóa from 01/07/2025. Their number is an outside fact (domain facts
 * 2.9, unverified); their names, and which of them came of which district, our sources do not hold: each says it is assumed.
 */
import type { NewUnit } from '../../libs/domain';
import { thanhHoaDistricts } from './thanh-hoa-districts';
import { thanhHoaPartyCommittees } from './thanh-hoa-party';
import { contacts } from './unit';

export const COMMUNES_SOURCE =
  'Từ 01/07/2025 không còn cấp huyện; Thanh Hóa có 166 đơn vị hành chính cấp xã (dữ kiện ngoài văn bản, chưa kiểm chứng)';
export const REFORM_DAY = '2025-07-01';

/** Merged half a year before. */
export const MERGED_BEFORE = { district: 'ubnd-dong-son', party: 'huyen-uy-dong-son' } as const;

type Succeeded = { readonly unit: string; readonly into: readonly NewUnit[] };

const ending = thanhHoaDistricts.filter(({ id }) => id !== MERGED_BEFORE.district);

/** 26 districts and 166 communes: 26 × 6 = 156, so the first ten districts have one more. */
const SMALLEST = 6;
const LARGER = 10;

export const communesOf: readonly Succeeded[] = ending.map(({ id, name }, index) => {
  const before = index * SMALLEST + Math.min(index, LARGER);
  const count = SMALLEST + (index < LARGER ? 1 : 0);
  const into = Array.from({ length: count }, (_, at) => commune(before + at + 1, name.vi));
  return { unit: id, into };
});

function commune(ordinal: number, district: string): NewUnit {
  const number = String(ordinal).padStart(3, '0');
  const id = `ubnd-xa-gia-dinh-${number}`;
  return {
    id,
    name: {
      vi: `UBND xã giả định số ${number} (địa bàn ${district.replace('UBND ', '')} cũ)`,
      en: `Commune People's Committee no. ${number} (assumed)`,
    },
    aliases: [],
    parent: 'ubnd-tinh-thanh-hoa',
    kind: 'communeCommittee',
    roleClasses: ['chu-tich-ubnd-xa'],
    from: REFORM_DAY,
    source: COMMUNES_SOURCE,
    contacts: contacts(id),
  };
}

/** Of each district's Party committee one heir; the other commune committees owe nothing here and are not listed. */
export const partyHeirs: readonly { readonly unit: string; readonly into: NewUnit }[] =
  thanhHoaPartyCommittees
    .filter(({ id }) => id !== MERGED_BEFORE.party)
    .map(({ id: unit, name, roleClasses }, index) => {
      const number = String(index + 1).padStart(2, '0');
      const id = `dang-uy-xa-gia-dinh-${number}`;
      const into: NewUnit = {
        id,
        name: {
          vi: `Đảng ủy xã giả định số ${number} (kế thừa ${name.vi})`,
          en: `Commune Party Committee no. ${number} (assumed)`,
        },
        aliases: [],
        parent: 'ban-thuong-vu-tinh-uy-thanh-hoa',
        kind: 'communePartyCommittee',
        roleClasses,
        from: REFORM_DAY,
        source: COMMUNES_SOURCE,
        contacts: contacts(id),
      };
      return { unit, into };
    });
