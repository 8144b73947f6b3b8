/** The drill of the real documents as a play: its foundations, its script, and what follows from what is recorded. */
import { DRILL_START } from '../../samples';
import {
  acceptanceOfFed,
  actsOfRound,
  isOfDrill,
  issueOfLetter,
  scriptedActs,
  type OpenedData,
} from './drill-acts';
import type { Play } from './drill-player';
import { referenceActs } from './reference-data';

export function samplePlay(seed: string): Play {
  const opened = new Map<string, OpenedData>();
  return {
    foundations: referenceActs(DRILL_START),
    script: scriptedActs(),
    following(stream, event) {
      if (event.type === 'RoundOpened' && isOfDrill(event.data.heading.directive)) {
        opened.set(stream, event.data);
        return actsOfRound(seed, event.data, event.at);
      }
      const round = opened.get(stream);
      if (round === undefined) return [];
      if (event.type === 'ReportSubmitted') {
        return acceptanceOfFed(stream, round, event.data, event.at);
      }
      const letter =
        event.type === 'RungReached' ? issueOfLetter(round, event.data, event.at) : null;
      return letter ? [letter] : [];
    },
  };
}
