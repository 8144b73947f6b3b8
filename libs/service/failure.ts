/**
 * A failure: the world broke. An Error that names the fault by a stable code and tells the operator what to do
 * next. Branch on `code`, never on `instanceof`.
 */
export type Failure = Error & { readonly code: string; readonly nextStep: string };

/**
 * @param code stable, dotted: `temporal.missing`
 * @param message which part failed and why; never a configuration value
 * @param nextStep what the operator should do now
 */
export function failure(code: string, message: string, nextStep: string, cause?: unknown): Failure {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  return Object.assign(error, { name: 'Failure', code, nextStep });
}

/** Whether something thrown is a failure of ours, with a code and a next step. */
export function isFailure(thrown: unknown): thrown is Failure {
  return (
    thrown instanceof Error &&
    typeof (thrown as Partial<Failure>).code === 'string' &&
    typeof (thrown as Partial<Failure>).nextStep === 'string'
  );
}

/** A failure as the few lines an operator reads: what, why (the chain of causes), what to do. */
export function describeFailure(thrown: unknown): string {
  const lines = [isFailure(thrown) ? `${thrown.message} [${thrown.code}]` : messageOf(thrown)];
  let cause = thrown instanceof Error ? thrown.cause : undefined;
  for (let depth = 0; cause !== undefined && depth < 5; depth += 1) {
    lines.push(`  because: ${messageOf(cause)}`);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  if (isFailure(thrown)) lines.push(`  next: ${thrown.nextStep}`);
  return lines.join('\n');
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
}
