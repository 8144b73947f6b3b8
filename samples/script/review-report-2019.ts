/**
 * What S1 tells of 2014 in the drill: recorded on 26/11/2019, after the review, when the report made it known. Before that
 * day nobody using the product knew of it, and a page as of an earlier day does not show it.
 */
import type { Actor } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import { committeeOfS1, conferenceOfS1, planOfS1, ratioOfS1 } from '../sources/s1-review-report';
import { actsOn, operator, ORG, type ScriptedAct } from './act';

const clerk: Actor = { id: 'van-thu-bca', role: 'clerk', unit: 'bo-cong-an' };

const { on } = actsOn(DIRECTIVE_IDS.s4);

export const scriptOfS1: readonly ScriptedAct[] = [
  {
    at: '2019-11-26T09:00:00.000Z',
    key: 'register the committee of the review report',
    target: ORG,
    type: 'RegisterUnits',
    data: { units: [committeeOfS1] },
    actor: operator,
  },
  on('record plan', {
    at: '2019-11-26T10:00:00.000Z',
    type: 'RecordResult',
    data: planOfS1,
    actor: clerk,
  }),
  on('record conference', {
    at: '2019-11-26T10:05:00.000Z',
    type: 'RecordConference',
    data: conferenceOfS1,
    actor: clerk,
  }),
  on('record ratio', {
    at: '2019-11-26T10:10:00.000Z',
    type: 'RecordResult',
    data: ratioOfS1,
    actor: clerk,
  }),
];
