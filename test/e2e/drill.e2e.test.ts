/**
 * `npm start` on an empty folder: the whole drill through the real engine on parts of its own, compared with figures
 * that were worked out before it first ran, with the facts of the five documents, and with what must hold of every ledger.
 */
import { testAgain } from './support/drill-again';
import { testCommendations } from './support/drill-commendations';
import { testFactsOfS0, testFactsOfS4 } from './support/drill-facts';
import { testFigures, testScreen } from './support/drill-figures';
import { testLater } from './support/drill-later';
import { testChains, testFolds } from './support/drill-laws';
import { testKafka, testMail, testTemporal } from './support/drill-outside';
import {
  testAmbiguity,
  testFactsOfS1,
  testFactsOfS2,
  testFactsOfS3,
} from './support/drill-other-documents';
import { testProof } from './support/drill-proof';
import { testRollUp, testRollUpToIssuer } from './support/drill-roll-up';
import { testOverview } from './support/drill-overview';
import { testReorganisations } from './support/drill-reorganisations';
import { testReviewOf2019, testReviews } from './support/drill-reviews';
import { testRecognition } from './support/drill-recognition';
import { playDrill, type PlayedDrill } from './support/played-drill';

/** About 80 s on two idle cores. */
const PLAYED_WITHIN_MS = 400_000;

let played: PlayedDrill;
beforeAll(async () => {
  played = await playDrill('--fresh');
}, PLAYED_WITHIN_MS);
afterAll(() => played?.end());

const drill = () => played;

describe('the figures', () => {
  testFigures(drill);
  testScreen(drill);
});
describe('the text of 09-CT/TU', () => {
  testFactsOfS2(drill);
});
describe('the text of 07/CT-BCA-V28', () => {
  testFactsOfS4(drill);
});
describe('the text of 04/CT-UBND of Thanh Hóa', () => {
  testFactsOfS0(drill);
});
describe('the notice of 04/CT-UBND of Hậu Giang', () => {
  testFactsOfS3(drill);
});
describe('the report of a review', () => {
  testFactsOfS1(drill);
});
describe('the reviews', () => {
  testReviews(drill);
  testReviewOf2019(drill);
});
describe('the two hops of 04/CT-UBND of Thanh Hóa', () => {
  testRollUp(drill);
  testRollUpToIssuer(drill);
});
describe('recognition', () => {
  testRecognition(drill);
});
describe('reorganisations', () => {
  testReorganisations(drill);
});
describe('later instruments', () => {
  testLater(drill);
});
describe('commendation', () => {
  testCommendations(drill);
});
describe('04/CT-UBND alone', () => {
  testAmbiguity(drill);
});
describe('the ledger', () => {
  testChains(drill);
  testFolds(drill);
});
describe('by mail', () => {
  testMail(drill);
});
describe('the overview', () => {
  testOverview(drill);
});
describe('from outside', () => {
  testKafka(drill);
  testTemporal(drill);
});

describe('the proof', () => {
  testProof(drill);
});

describe('played again', () => {
  testAgain(drill);
});
