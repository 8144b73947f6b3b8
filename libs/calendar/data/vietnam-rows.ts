/**
 * The words the rows of Vietnam's calendar are written in: what a day is called, and where it is taken from.
 * Each day has exactly one source; the newspapers cited quote the decision they name.
 */
import type { DayKind } from '../calendar';
import type { Text } from '../moment';

export type DayName = keyof typeof DAY_NAMES;
export type SourceName = keyof typeof SOURCES;

export type DayRow =
  | readonly [date: string, name: DayName, source: SourceName]
  | readonly [date: string, name: DayName, source: SourceName, certainty: 'unsure'];

/** A weekday off paid for by a weekend day worked, by yearly decision for offices that rest on Saturday and Sunday. */
export type SwapRow = readonly [off: string, worked: string, source: SourceName];

export const DAY_NAMES = {
  newYear: named('holiday', 'Tết Dương lịch', "New Year's Day"),
  newYearComp: named('dayOff', 'Nghỉ bù Tết Dương lịch', "Day off in lieu of New Year's Day"),
  tetEveBefore: named('holiday', 'Tết Nguyên đán (ngày trước Giao thừa)', 'Tết, two days before'),
  tetEve: named('holiday', 'Tết Nguyên đán (ngày cuối tháng Chạp)', 'Tết eve'),
  tet1: named('holiday', 'Tết Nguyên đán (mùng 1)', 'Tết, first day'),
  tet2: named('holiday', 'Tết Nguyên đán (mùng 2)', 'Tết, second day'),
  tet3: named('holiday', 'Tết Nguyên đán (mùng 3)', 'Tết, third day'),
  tet4: named('holiday', 'Tết Nguyên đán (mùng 4)', 'Tết, fourth day'),
  tetComp: named('dayOff', 'Nghỉ bù Tết Nguyên đán', 'Day off in lieu of Tết'),
  hungKings: named('holiday', 'Giỗ Tổ Hùng Vương', "Hùng Kings' Commemoration"),
  hungKingsComp: named(
    'dayOff',
    'Nghỉ bù Giỗ Tổ Hùng Vương',
    "Day off in lieu of the Hùng Kings' Commemoration",
  ),
  reunification: named('holiday', 'Ngày Chiến thắng 30/4', 'Reunification Day'),
  reunificationComp: named('dayOff', 'Nghỉ bù 30/4', 'Day off in lieu of Reunification Day'),
  labour: named('holiday', 'Ngày Quốc tế Lao động 1/5', 'Labour Day'),
  labourComp: named('dayOff', 'Nghỉ bù 1/5', 'Day off in lieu of Labour Day'),
  national: named('holiday', 'Quốc khánh 2/9', 'National Day'),
  nationalAdjacent: named('holiday', 'Quốc khánh (ngày liền kề 2/9)', 'National Day, adjacent day'),
  nationalComp: named('dayOff', 'Nghỉ bù Quốc khánh', 'Day off in lieu of National Day'),
  culture: named('holiday', 'Ngày Văn hóa Việt Nam', 'Vietnam Culture Day'),
  cultureComp: named(
    'dayOff',
    'Nghỉ bù Ngày Văn hóa Việt Nam',
    'Day off in lieu of Vietnam Culture Day',
  ),
} as const;

export const SOURCES = {
  code1994: 'Bộ luật Lao động 1994, Điều 73 (sửa đổi bởi Luật 84/2007/QH11)',
  code2012: 'Bộ luật Lao động 10/2012/QH13, Điều 115',
  code2019: 'Bộ luật Lao động 45/2019/QH14, Điều 111 và 112',
  res80: 'Nghị quyết 80-NQ/TW ngày 07/01/2026 (chưa thấy Quốc hội thông qua)',
  swap2011: 'Công văn 9529/VPCP-KGVX ngày 31/12/2010 (Báo Tây Ninh 07/01/2011)',
  swap2012: 'Thủ tướng đồng ý ngày 27/12/2011 (Báo Bình Định 12/2011, theo chinhphu.vn)',
  notice2013: 'Thông báo nghỉ lễ, Tết năm 2013 (Báo Thái Nguyên 28/12/2012)',
  swap2014: 'Công văn 10525/VPCP-KGVX ngày 12/12/2013',
  notice2015: 'Thông báo của Bộ LĐTBXH về nghỉ lễ, Tết năm 2015 (xahoi.com.vn)',
  notice2018: 'Văn phòng Chính phủ về nghỉ lễ, Tết năm 2018 (Báo Ninh Bình)',
  notice2020: 'Thông báo nghỉ Tết Âm lịch năm 2020 (Sở Công Thương Đắk Lắk 07/01/2020)',
  swap2024: 'Công văn 2450/VPCP-KGVX ngày 12/4/2024',
  swap2026: 'Văn bản 12729/VPCP-KGVX ngày 25/12/2025',
  tet2026: 'Thông báo nghỉ Tết Bính Ngọ 2026 (Báo Công an TP.HCM)',
  pypi: 'PyPI holidays 0.109 (MIT), dữ liệu Việt Nam',
} as const;

function named(kind: DayKind, vi: string, en: string): { kind: DayKind; text: Text } {
  return { kind, text: { vi, en } };
}
