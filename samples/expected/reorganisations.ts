/**
 * What the reorganisations must come to, by hand. Who never reports is named in the conduct, so what is open on each day is known.
 *   08/2018   1 (the general departments) + 20 fire polices = 21 ended; they owed nothing, since reports are owed by the police
 *             of the provinces alone: 0 moved
 *   01/2025   Đông Sơn and its Party committee = 2 ended; it never embedded the movement in 2019–2024: 6 moved, to Thanh Hóa city
 *   07/2025   26 districts + 26 Party committees = 52 ended, by 166 communes and 26 committees. Moved: the six of Thanh Hóa city;
 *             of Mường Lát the acknowledgement, 15 half-years (2018-H1 to 2025-H1) and the embedding of 2025, 1 + 15 + 1 = 17,
 *             for which no heir was named and one was decided on 03/07; its Party committee's action programme, 1: 6 + 17 + 1 = 24
 *   07/2025   63 − 34 = 29 police forces + Hậu Giang's committee = 30 ended. Moved: of Hòa Bình the acknowledgement, the plan and
 *             the reports of 2014, 2016, … 2024: 1 + 1 + 6 = 8, to Phú Thọ
 */
import { REORGANISATION_IDS } from '../script';

export const expectedReorganisations = [
  { reorganisation: REORGANISATION_IDS.ministry, ending: 21, moved: 0 },
  { reorganisation: REORGANISATION_IDS.dongSon, ending: 2, moved: 6 },
  { reorganisation: REORGANISATION_IDS.communes, ending: 52, moved: 24 },
  { reorganisation: REORGANISATION_IDS.provinces, ending: 30, moved: 8 },
] as const;
