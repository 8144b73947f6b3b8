/**
 * What came out after the directives: TT 124/2021 in the place of TT 23/2012, which two of them cite, and 06/CT-BCA-V05 on the
 * same subject. That the two are in force still is an assumption: no clause that replaces them was seen.
 */
import type { Actor, Graded } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import { actsOn, ASSUMED_BY_DRILL, type ScriptedAct } from './act';

const ministry: Actor = { id: 'van-thu-bca', role: 'clerk', unit: 'bo-cong-an' };
const province: Actor = { id: 'van-thu-ubnd-th', role: 'clerk', unit: 'ubnd-tinh-thanh-hoa' };

/** The directives by whoever keeps them, and how each spells the standard it cites. */
const KEPT = [
  { of: actsOn(DIRECTIVE_IDS.s4), actor: ministry, standard: '23/2012/TT-BCA', minute: '00' },
  { of: actsOn(DIRECTIVE_IDS.s0), actor: province, standard: '23/2012/TT-BCA-V28', minute: '05' },
] as const;

const replaced: Graded<'replaces'> = {
  grade: 'inferred',
  value: 'replaces',
  reason: 'Thông tư 124/2021/TT-BCA quy định lại tiêu chuẩn "An toàn về an ninh, trật tự"',
};

const stillInForce: Graded<'besides'> = {
  grade: 'assumed',
  value: 'besides',
  reason:
    'Chỉ thị 06/CT-BCA-V05 cùng nội dung; chưa thấy điều khoản thay thế, nên coi như còn hiệu lực',
};

export const scriptOfLaterInstruments: readonly ScriptedAct[] = KEPT.flatMap(
  ({ of, actor, standard, minute }) => [
    of.on('note the standard replaced', {
      at: `2022-02-11T02:${minute}:00.000Z`,
      type: 'NoteLaterInstrument',
      data: {
        instrument: { symbol: '124/2021/TT-BCA', issuer: 'bo-cong-an', date: '2021-12-28' },
        about: standard,
        relation: replaced,
        effectiveOn: '2022-02-10',
        reason: 'Căn cứ được viện dẫn đã có văn bản thay thế',
      },
      actor,
    }),
    of.on('note the later directive', {
      at: `2025-05-08T02:${minute}:00.000Z`,
      type: 'NoteLaterInstrument',
      data: {
        instrument: { symbol: '06/CT-BCA-V05', issuer: 'bo-cong-an', date: '2025-05-07' },
        about: null,
        relation: stillInForce,
        effectiveOn: null,
        reason: ASSUMED_BY_DRILL,
      },
      actor,
    }),
  ],
);
