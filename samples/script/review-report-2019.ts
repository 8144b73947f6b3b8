/**
 * What S1 tells of 2014 in the drill: recorded on 26/11/2019, after the review, when the report made it known. Before that
 * day nobody using the product knew of it, and a page as of an earlier day does not show it.
 */
import type { Actor } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import {
  committeeOfS1,
  conclusionsOfS1,
  conferenceOfS1,
  planOfS1,
  ratioOfS1,
  reviewConferenceOfS1,
  reviewOfS1,
} from '../sources/s1-review-report';
import { actsOn, operator, ORG, type ScriptedAct } from './act';

const clerk: Actor = { id: 'van-thu-bca', role: 'clerk', unit: 'bo-cong-an' };

const { on } = actsOn(DIRECTIVE_IDS.s4);

/** The sixth review of the directive: five yearly ones came before it, those of 2014 to 2018. */
const OF_REVIEW = {
  target: { stream: `directive/${DIRECTIVE_IDS.s4}/review/6` },
  actor: clerk,
} as const;

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
  on('call review 2019', {
    at: '2019-11-26T10:15:00.000Z',
    type: 'CallReview',
    data: reviewOfS1,
    actor: clerk,
  }),
  {
    ...OF_REVIEW,
    at: '2019-11-26T11:00:00.000Z',
    key: 'conference of review 2019',
    type: 'HoldReviewConference',
    data: reviewConferenceOfS1,
  },
  {
    ...OF_REVIEW,
    at: '2019-11-26T11:05:00.000Z',
    key: 'conclusions of review 2019',
    type: 'RecordConclusions',
    data: { conclusions: conclusionsOfS1, document: null },
  },
];
