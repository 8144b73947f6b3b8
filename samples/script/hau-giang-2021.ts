/**
 * 04/CT-UBND of Hậu Giang in the drill: entered on the day the notice makes it known, with the date it bears. Nobody
 * decides anything of it.
 */
import type { Actor } from '../../libs/domain';
import { draft04HauGiang, duties04HauGiang } from '../directives/04-ct-ubnd-hau-giang';
import { DIRECTIVE_IDS } from '../directives/ids';
import { actsOn, type ScriptedAct } from './act';

const clerk: Actor = { id: 'van-thu-ubnd-hg', role: 'clerk', unit: 'ubnd-tinh-hau-giang' };

const { on } = actsOn(DIRECTIVE_IDS.s3);

export const scriptOfS3: readonly ScriptedAct[] = [
  on('register', {
    at: '2021-03-23T01:00:00.000Z',
    type: 'RegisterDirective',
    data: { draft: draft04HauGiang, duties: duties04HauGiang },
    actor: clerk,
  }),
  on('issue', {
    at: '2021-03-23T02:00:00.000Z',
    type: 'IssueDirective',
    data: {
      symbol: '04/CT-UBND',
      date: '2021-03-18',
      signer: draft04HauGiang.signer,
    },
    actor: clerk,
  }),
];
