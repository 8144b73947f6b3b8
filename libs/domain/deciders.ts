/** Which decider keeps which stream. */
import { accessDecider } from './access/decider';
import { barsDecider } from './bars/decider';
import { commendationDecider } from './commendation/decider';
import { deliveryDecider } from './delivery/decider';
import { directiveDecider } from './directive/decider';
import { erasureDecider } from './erasure/decider';
import { historiesDecider } from './histories/decider';
import type { Decider } from './kernel';
import { lossesDecider } from './losses/decider';
import { orgDecider } from './org/decider';
import { calendarDecider } from './policy/calendar-decider';
import { policyDecider } from './policy/policy-decider';
import { reviewDecider } from './review/decider';
import { reorganisationDecider } from './reorganisation/decider';
import { recognitionDecider } from './recognition/decider';
import { roundDecider } from './round';
import { seriesDecider } from './series/decider';
import { kindOfStream, type StreamKind } from './streams';

export const DECIDERS: { readonly [K in StreamKind]: Decider<unknown> } = {
  directive: directiveDecider,
  round: roundDecider,
  review: reviewDecider,
  delivery: deliveryDecider,
  series: seriesDecider,
  org: orgDecider,
  policy: policyDecider,
  calendar: calendarDecider,
  reorganisation: reorganisationDecider,
  recognition: recognitionDecider,
  commendation: commendationDecider,
  bars: barsDecider,
  erasure: erasureDecider,
  access: accessDecider,
  histories: historiesDecider,
  losses: lossesDecider,
};

/** Throws for a name that no decider knows: such a stream cannot have been accepted at the way in. */
export function deciderOf(stream: string): Decider<unknown> {
  const kind = kindOfStream(stream);
  const decider = kind === null ? undefined : DECIDERS[kind];
  if (decider === undefined) throw new Error(`No decider keeps a stream named ${stream}`);
  return decider;
}
