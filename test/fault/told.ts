/** What a service told its operator: a line counts when it has a code, the part by name, its cause, and a next step. */
import type { Told } from './rows/row';
import type { LogLine } from './support/service-process';

type Err = {
  readonly code?: string;
  readonly message?: string;
  readonly nextStep?: string;
  readonly cause?: unknown;
};

/** Whether a line is this message, and whole. */
export function tells(line: LogLine, { code, part }: Omit<Told, 'by'>): boolean {
  const said = (line.err ?? line.error ?? {}) as Err;
  const ofLine = line.code === code;
  if (!ofLine && said.code !== code) return false;
  const nextStep = said.nextStep ?? line.nextStep;
  // An error cannot be its own cause; what a line with the code carries is the line's.
  const cause = ofLine ? (line.cause ?? said.cause ?? line.err) : said.cause;
  const words = `${line.msg} ${said.message ?? ''}`;
  return (
    typeof nextStep === 'string' &&
    nextStep !== '' &&
    cause !== undefined &&
    cause !== null &&
    words.includes(part)
  );
}
