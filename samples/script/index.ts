/**
 * The drill's dated acts of people: who registers, issues and decides what, when and why. Everything a text does not
 * state is decided here by a named role, with a reason that says it is the drill's decision.
 */
import type { Instant } from '../../libs/domain';
import type { ScriptedAct } from './act';
import { scriptAfter2021 } from './after-2021';
import { scriptOfJudgements } from './judgements';
import { scriptOfCommendations } from './commendations-2019';
import { scriptOfS3 } from './hau-giang-2021';
import { scriptOfInspections } from './inspections';
import { scriptOfRecognition } from './recognition';
import { scriptOfReorganisations } from './reorganisations';
import { scriptOfLaterInstruments } from './later-instruments';
import { scriptOfS4 } from './ministry-2014';
import { scriptOfS1 } from './review-report-2019';
import { scriptOfS2 } from './thanh-hoa-2011';
import { scriptOfS0 } from './thanh-hoa-2018';

export type { ScriptedAct } from './act';
export { REORGANISATION_IDS } from './reorganisations';

/** The units, rules and calendars stand from here on; 30/12/2011, 07:00 in Việt Nam. */
export const DRILL_START: Instant = '2011-12-30T00:00:00.000Z';
/** 31/12/2025, 24:00 in Việt Nam. */
export const DRILL_END: Instant = '2025-12-31T17:00:00.000Z';

export const script: readonly ScriptedAct[] = [
  ...scriptOfS2,
  ...scriptOfInspections,
  ...scriptOfS4,
  ...scriptOfS0,
  ...scriptOfS1,
  ...scriptOfJudgements,
  ...scriptOfCommendations,
  ...scriptOfS3,
  ...scriptOfRecognition,
  ...scriptOfReorganisations,
  ...scriptAfter2021,
  ...scriptOfLaterInstruments,
];
