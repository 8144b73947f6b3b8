/** The world broke, or was set up wrong: what happened, and what the operator should do. */

export type FailureParams = { readonly [name: string]: string | number };

type More = {
  readonly cause?: unknown;
  readonly nextStep?: string;
  readonly params?: FailureParams;
};

export class Failure extends Error {
  /** What the operator should do now; where it is absent the message says it. */
  readonly nextStep?: string;
  /** What its words speak of, where it is also said to callers. */
  readonly params?: FailureParams;
  constructor(
    readonly code: string,
    message: string,
    { cause, nextStep, params }: More = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    if (nextStep !== undefined) this.nextStep = nextStep;
    if (params !== undefined) this.params = params;
  }
}

/** The SQLSTATE of what PostgreSQL refused; null for anything else. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** The rows of one caller were at fault (bad data, a constraint): the others of its group can go on without it. */
export function isFaultOfRows(error: unknown): boolean {
  const tooLarge = error instanceof Failure && error.code === 'entry.too-large';
  return tooLarge || /^(22|23|54)/.test(sqlState(error) ?? '');
}

/** Serialization failure or deadlock: the same transaction succeeds when it is tried again. */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

const CODES: Readonly<Record<string, string>> = {
  DD001: 'deployment.stamped',
  DD002: 'clock.backwards',
  DD003: 'clock.untold',
  DD004: 'clock.wall',
  DD005: 'ledger.append-only',
  DD006: 'restore.undecided',
};

/** Gives our own refusals inside the database the code they have outside; passes anything else on. */
export function translated(error: unknown): unknown {
  const code = CODES[sqlState(error) ?? ''];
  if (code === undefined) return error;
  const { message, hint, detail } = error as { message: string; hint?: string; detail?: string };
  if (code === 'restore.undecided') {
    const params = JSON.parse(detail ?? '{}') as FailureParams;
    return new Failure(code, message, { cause: error, nextStep: hint, params });
  }
  return new Failure(code, hint === undefined ? message : `${message}. ${hint}`, { cause: error });
}
