/** Goes through steps that ask, with answers at hand. */
import type { Asking, Question } from '../question';

export function answering<T>(asking: Asking<T>, answer: (question: Question) => unknown): T {
  let step = asking.next();
  while (step.done !== true) step = asking.next(answer(step.value));
  return step.value;
}

/** Only states are asked for. */
export function withStates<T>(asking: Asking<T>, stateOf: (stream: string) => unknown): T {
  return answering(asking, (question) => {
    if (question.ask !== 'state') throw new Error(`it asks for ${question.ask}`);
    return stateOf(question.stream);
  });
}
