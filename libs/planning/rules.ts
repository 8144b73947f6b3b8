/**
 * The face of the archive of rules: what a verifier that shares no code with us runs years later. A release may add to it;
 * what is here keeps its name and its meaning for ever.
 */
export { millisBetween, plusMillis } from '../calendar';
export { deciderOf } from '../domain';
export { needsPlan } from './plan';
export { planning } from './planning';
export { bookFrom } from './policy-book';
export { recordedAnswer } from './question';
