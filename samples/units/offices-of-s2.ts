/** The offices that directive 09-CT/TU of Thanh Hóa names itself: its issuer, who follows it up, who reports, who receives. */
import type { NewUnit } from '../../libs/domain';
import { contacts } from './unit';

const S2 = 'Chỉ thị 09-CT/TU ngày 30/12/2011';
const BOARD = 'ban-thuong-vu-tinh-uy-thanh-hoa';

export const officesOfS2: readonly NewUnit[] = [
  {
    id: BOARD,
    name: {
      vi: 'Ban Thường vụ Tỉnh ủy Thanh Hóa',
      en: 'Standing Board of the Party Committee of Thanh Hóa province',
    },
    aliases: ['Ban Thường vụ Tỉnh ủy', 'BTV Tỉnh ủy Thanh Hóa'],
    parent: null,
    kind: 'provincialPartyBoard',
    roleClasses: [],
    from: '2010-01-01',
    source: S2,
    contacts: contacts(BOARD),
  },
  {
    id: 'thuong-truc-tinh-uy-thanh-hoa',
    name: {
      vi: 'Thường trực Tỉnh ủy Thanh Hóa',
      en: 'Standing Members of the Party Committee of Thanh Hóa province',
    },
    aliases: ['Thường trực Tỉnh ủy'],
    parent: BOARD,
    kind: 'provincialPartyBoard',
    roleClasses: [],
    from: '2010-01-01',
    source: `${S2}: "6 tháng một lần báo cáo Thường trực Tỉnh ủy"`,
    contacts: contacts('thuong-truc-tinh-uy-thanh-hoa'),
  },
  {
    id: 'van-phong-tinh-uy-thanh-hoa',
    name: {
      vi: 'Văn phòng Tỉnh ủy Thanh Hóa',
      en: 'Office of the Party Committee of Thanh Hóa province',
    },
    aliases: ['Văn phòng Tỉnh ủy'],
    parent: BOARD,
    kind: 'partyOffice',
    roleClasses: [],
    from: '2010-01-01',
    source: `${S2}: "Văn phòng Tỉnh ủy chủ trì cùng các Ban của Tỉnh ủy"`,
    contacts: contacts('van-phong-tinh-uy-thanh-hoa'),
  },
  {
    id: 'dang-uy-cong-an-tinh-thanh-hoa',
    name: {
      vi: 'Đảng ủy Công an tỉnh Thanh Hóa',
      en: 'Party Committee of the Police of Thanh Hóa',
    },
    aliases: ['Đảng ủy Công an tỉnh'],
    parent: BOARD,
    kind: 'partyCommittee',
    roleClasses: [],
    from: '2010-01-01',
    source: `${S2}, II.3: "Đảng ủy Công an tỉnh tập trung lãnh đạo, chỉ đạo toàn lực lượng"`,
    contacts: contacts('dang-uy-cong-an-tinh-thanh-hoa'),
  },
  {
    id: 'dang-uy-ban-giam-doc-cong-an-tinh-thanh-hoa',
    name: {
      vi: 'Đảng ủy, Ban Giám đốc Công an tỉnh Thanh Hóa',
      en: 'Party Committee and Directorate of the Police of Thanh Hóa',
    },
    aliases: [],
    parent: BOARD,
    kind: 'partyCommittee',
    roleClasses: [],
    from: '2010-01-01',
    source: `${S2}, III.3: "Giao Đảng ủy, Ban Giám đốc Công an tỉnh trực tiếp làm việc"`,
    contacts: contacts('dang-uy-ban-giam-doc-cong-an-tinh-thanh-hoa'),
  },
];
