/** What a service told its operator: a line counts when it has a code, the part and its cause, and a next step. */
import type { LogLine } from './support/service-process';

type Err = { readonly code?: string; readonly nextStep?: string; readonly cause?: unknown };

/** Whether a line is this message, and whole. */
export function tells(line: LogLine, code: string): boolean {
  const said = (line.err ?? line.error ?? {}) as Err;
  if (line.code !== code && said.code !== code) return false;
  const nextStep = said.nextStep ?? line.nextStep;
  const cause = said.cause ?? line.err ?? line.error;
  return typeof nextStep === 'string' && nextStep !== '' && cause !== undefined;
}
