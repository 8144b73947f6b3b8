/**
 * INVENTED CONDUCT: the Ministry judges each task of 07/CT-BCA-V28 on the pack of the yearly review of 2020. No source
 * says how a task was carried out; every judgement says that it is the drill's.
 */
import type { Actor, TaskJudgement } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import type { ScriptedAct } from './act';

const leader: Actor = { id: 'lanh-dao-bca', role: 'leader', unit: 'bo-cong-an' };

const INVENTED = 'Đánh giá giả định (chạy mô phỏng)';

const JUDGED: readonly (readonly [string, TaskJudgement])[] = [
  ['1', 'implemented'],
  ['2', 'partly'],
  ['3', 'implemented'],
  ['4', 'partly'],
  ['5', 'implemented'],
  ['6', 'partly'],
  ['7', 'notImplemented'],
];

/** The eighth review: 2014 to 2018, the report of 2019, the years 2019 and 2020. */
export const scriptOfJudgements: readonly ScriptedAct[] = JUDGED.map(([task, judgement]) => ({
  at: '2021-01-05T02:00:00.000Z',
  key: `judge task ${task} of ${DIRECTIVE_IDS.s4}`,
  target: { stream: `directive/${DIRECTIVE_IDS.s4}/review/8` },
  type: 'JudgeTask',
  data: {
    task,
    judgement,
    evidence: { text: `${INVENTED}: hồ sơ sơ kết năm 2020`, contents: [] },
    reason: INVENTED,
  },
  actor: leader,
}));
