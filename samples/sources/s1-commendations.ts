/**
 * S1: the awards that the press report of the five-year review tells of (domain facts 1.5). They were decided elsewhere: a
 * fact with its source and no steps. The medals stand apart from the 58 collectives and 41 individuals, whom three bodies
 * commended without a split: nobody adds 94 and 99, for nothing says that they are different people.
 */
import type { NewUnit, ReportedAwards } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import { knownFrom } from '../directives/known';
import { contacts } from '../units/unit';
import { NOT_KEPT, sourceOfS1 as source, UNNAMED } from './s1-review-report';

const { stated } = knownFrom(source.id);

const PLACE = 'phần khen thưởng';
const PROVINCE = 'ubnd-tinh-binh-thuan';

/** Known from the report alone: its chairman commended, its committee is the awarding body. */
export const provinceOfS1: NewUnit = {
  id: PROVINCE,
  name: { vi: 'UBND tỉnh Bình Thuận', en: "People's Committee of Bình Thuận province" },
  aliases: [],
  parent: null,
  kind: 'provincialCommittee',
  roleClasses: [],
  from: '2008-08-01',
  source: `${source.title}; rằng đó là tỉnh Bình Thuận là suy ra`,
  contacts: contacts(PROVINCE),
};

export const medalsOfS1: ReportedAwards = {
  directive: DIRECTIVE_IDS.s4,
  title: {
    vi: 'Kỷ niệm chương “Vì an ninh Tổ quốc” của Bộ Công an, năm 2018 và 2019',
    en: 'Commemorative medal “For the security of the Fatherland” of the Ministry, 2018 and 2019',
  },
  forms: stated(['ky-niem-chuong'], 'Kỷ niệm chương "Vì an ninh Tổ quốc"', PLACE),
  awardingBodies: stated(['bo-cong-an'], 'Bộ Công an', PLACE),
  subjects: stated(
    [{ kind: 'aggregate', individuals: 94, collectives: 0, households: 0, note: '' }],
    '94 cá nhân',
    PLACE,
  ),
  when: stated(['2018', '2019'], '2018, 2019', PLACE),
  split: { grade: 'notStated', note: 'không nêu mỗi năm bao nhiêu người' },
  source,
};

export const commendedOfS1: ReportedAwards = {
  directive: DIRECTIVE_IDS.s4,
  title: {
    vi: 'Tập thể, cá nhân được Bộ Công an, Chủ tịch UBND tỉnh và Giám đốc Công an tỉnh khen thưởng',
    en: 'Commended by the Ministry, the chairman of the province and the director of its police',
  },
  forms: stated(['bang-khen', 'giay-khen'], 'Bằng khen UBND tỉnh, Giấy khen Công an tỉnh', PLACE),
  awardingBodies: {
    grade: 'inferred',
    value: ['bo-cong-an', PROVINCE, 'cat-binh-thuan'],
    reason: UNNAMED,
  },
  subjects: stated(
    [
      {
        kind: 'aggregate',
        individuals: 41,
        collectives: 58,
        households: 0,
        note: 'ba nơi khen thưởng, không chia theo nơi',
      },
    ],
    '58 tập thể … 41 cá nhân',
    PLACE,
  ),
  when: { grade: 'notInCopy', note: NOT_KEPT },
  split: { grade: 'notStated', note: 'không nêu mỗi nơi khen thưởng bao nhiêu tập thể, cá nhân' },
  source,
};
