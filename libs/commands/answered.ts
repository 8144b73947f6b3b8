/** Answers from the ledger what planning asks on its way to a plan. */
import { storedEvent } from '../contracts';
import type { Instant, OrgState } from '../domain';
import type { Ledger } from '../ledger';
import type { Asking, Question } from '../planning';
import { holdersOf } from './holders';
import { holdsAgainst } from './legal-holds';

type From = {
  readonly ledger: Ledger;
  readonly stateOf: (stream: string) => Promise<unknown>;
  readonly org: OrgState;
  readonly at: Instant;
};

export async function answered<T>(asking: Asking<T>, from: From): Promise<T> {
  let step = asking.next();
  while (step.done !== true) step = asking.next(await answerTo(step.value, from));
  return step.value;
}

async function answerTo(question: Question, { ledger, stateOf, org, at }: From): Promise<unknown> {
  switch (question.ask) {
    case 'state':
      return stateOf(question.stream);
    case 'event': {
      const { stream, version } = question;
      const [entry] = await ledger.entriesOfStream(stream, version, version);
      return entry === undefined ? null : (storedEvent(entry.envelope)?.type ?? null);
    }
    case 'held':
      return (await ledger.getContent(question.sha256)) !== null;
    case 'directives':
      return ledger.directivesNaming(question);
    case 'holders':
      return holdersOf(question.token, { contents: ledger, stateOf, org, at });
    case 'holds':
      return holdsAgainst(question.token, { contents: ledger, stateOf });
  }
}
