/** The offices that the directives name themselves: issuers, standing bodies, channels and receivers. */
import type { NewUnit } from '../../libs/domain';
import { officesOfS2 } from './offices-of-s2';
import { contacts } from './unit';

const S4 = 'Chỉ thị 07/CT-BCA-V28 ngày 15/8/2014';
const S0 = 'Chỉ thị 04/CT-UBND ngày 02/4/2018';
const S3 = 'Bản tin ngày 23/03/2021 về Chỉ thị 04/CT-UBND của UBND tỉnh Hậu Giang';

export const offices: readonly NewUnit[] = [
  ...officesOfS2,
  {
    id: 'bo-cong-an',
    name: { vi: 'Bộ Công an', en: 'Ministry of Public Security' },
    aliases: ['BCA'],
    parent: null,
    kind: 'ministry',
    roleClasses: [],
    from: '2008-08-01',
    source: S4,
    contacts: contacts('bo-cong-an'),
  },
  {
    id: 'lanh-dao-bo',
    name: { vi: 'Lãnh đạo Bộ Công an', en: 'Leaders of the Ministry of Public Security' },
    aliases: ['lãnh đạo Bộ'],
    parent: 'bo-cong-an',
    kind: 'leaders',
    roleClasses: [],
    from: '2008-08-01',
    source: S4,
    contacts: contacts('lanh-dao-bo'),
  },
  {
    id: 'v28',
    name: {
      vi: 'Cục Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc (V28)',
      en: 'Department for Building the Movement of All People Protecting National Security (V28)',
    },
    aliases: ['V28', 'Cục Xây dựng phong trào'],
    parent: 'bo-cong-an',
    kind: 'department',
    roleClasses: [],
    from: '2009-01-01',
    source: `${S4}; rằng Cục này là V28 suy ra từ ký hiệu`,
    contacts: contacts('v28'),
  },
  {
    id: 'cap-uy-chinh-quyen-dia-phuong',
    name: {
      vi: 'Cấp ủy, chính quyền địa phương (của từng đơn vị)',
      en: 'Local Party committee and authorities (of each unit)',
    },
    aliases: [],
    parent: null,
    kind: 'collective',
    roleClasses: [],
    from: '2008-08-01',
    source: `${S4}: "báo cáo cấp ủy, chính quyền địa phương"`,
    contacts: [],
  },
  {
    id: 'ubnd-tinh-thanh-hoa',
    name: { vi: 'UBND tỉnh Thanh Hóa', en: "People's Committee of Thanh Hóa province" },
    aliases: ['UBND tỉnh', 'UBND Thanh Hóa'],
    parent: null,
    kind: 'provincialCommittee',
    roleClasses: [],
    from: '2008-08-01',
    source: S0,
    contacts: contacts('ubnd-tinh-thanh-hoa'),
  },
  {
    id: 'bcd-138-thanh-hoa',
    name: {
      vi: 'Ban Chỉ đạo 138 tỉnh Thanh Hóa',
      en: 'Steering Committee 138 of Thanh Hóa province',
    },
    aliases: ['Ban Chỉ đạo 138 tỉnh', 'BCĐ 138'],
    parent: 'ubnd-tinh-thanh-hoa',
    kind: 'steeringCommittee',
    roleClasses: [],
    from: '2008-08-01',
    source: S0,
    contacts: contacts('bcd-138-thanh-hoa'),
  },
  {
    id: 'pv28-thanh-hoa',
    name: {
      vi: 'Phòng PV28 - Công an tỉnh Thanh Hóa',
      en: 'Division PV28 of the Police of Thanh Hóa',
    },
    aliases: ['PV28', 'phòng PV28'],
    parent: 'cat-thanh-hoa',
    kind: 'division',
    roleClasses: [],
    from: '2009-01-01',
    source: S0,
    contacts: contacts('pv28-thanh-hoa'),
  },
  {
    id: 'ubnd-tinh-hau-giang',
    name: { vi: 'UBND tỉnh Hậu Giang', en: "People's Committee of Hậu Giang province" },
    aliases: ['UBND Hậu Giang'],
    parent: null,
    kind: 'provincialCommittee',
    roleClasses: [],
    from: '2008-08-01',
    source: S3,
    contacts: contacts('ubnd-tinh-hau-giang'),
  },
];
