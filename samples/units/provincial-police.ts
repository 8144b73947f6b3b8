/**
 * The 63 provincial police forces (Công an tỉnh, thành phố trực thuộc Trung ương) as they stood in 2014.
 * An outside fact: directive 07/CT-BCA-V28 names the class, not its members.
 */
import { unit } from './unit';

const SOURCE =
  'Nghị quyết 15/2008/QH12: 63 tỉnh, thành phố trực thuộc Trung ương từ 01/08/2008 (dữ kiện ngoài văn bản)';

const CITIES = ['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ'] as const;

const PROVINCES = [
  'An Giang',
  'Bà Rịa - Vũng Tàu',
  'Bạc Liêu',
  'Bắc Giang',
  'Bắc Kạn',
  'Bắc Ninh',
  'Bến Tre',
  'Bình Dương',
  'Bình Định',
  'Bình Phước',
  'Bình Thuận',
  'Cà Mau',
  'Cao Bằng',
  'Đắk Lắk',
  'Đắk Nông',
  'Điện Biên',
  'Đồng Nai',
  'Đồng Tháp',
  'Gia Lai',
  'Hà Giang',
  'Hà Nam',
  'Hà Tĩnh',
  'Hải Dương',
  'Hậu Giang',
  'Hòa Bình',
  'Hưng Yên',
  'Khánh Hòa',
  'Kiên Giang',
  'Kon Tum',
  'Lai Châu',
  'Lạng Sơn',
  'Lào Cai',
  'Lâm Đồng',
  'Long An',
  'Nam Định',
  'Nghệ An',
  'Ninh Bình',
  'Ninh Thuận',
  'Phú Thọ',
  'Phú Yên',
  'Quảng Bình',
  'Quảng Nam',
  'Quảng Ngãi',
  'Quảng Ninh',
  'Quảng Trị',
  'Sóc Trăng',
  'Sơn La',
  'Tây Ninh',
  'Thái Bình',
  'Thái Nguyên',
  'Thanh Hóa',
  'Thừa Thiên Huế',
  'Tiền Giang',
  'Trà Vinh',
  'Tuyên Quang',
  'Vĩnh Long',
  'Vĩnh Phúc',
  'Yên Bái',
] as const;

export const provincialPolice = [
  ...CITIES.map((name) => force(name, `Công an thành phố ${name}`)),
  ...PROVINCES.map((name) => force(name, `Công an tỉnh ${name}`)),
];

function force(place: string, vi: string) {
  return unit({
    place,
    prefix: 'cat',
    name: { vi, en: `Police of ${place}` },
    aliases: [`CAT ${place}`],
    parent: 'bo-cong-an',
    kind: 'police',
    roleClass: 'cong-an-tinh',
    from: '2008-08-01',
    source: SOURCE,
  });
}
