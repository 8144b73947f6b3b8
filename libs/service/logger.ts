/**
 * Structured logs: one JSON line per fact, with the service's name and the correlation id of the work at hand.
 * Invariant: a secret or a connection string never reaches the output, at whatever depth it is logged.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

const SECRETS = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'salt',
  'databaseUrl',
  'adminUrl',
  'smtpUrl',
  'connectionString',
];

const correlation = new AsyncLocalStorage<string>();

/** Runs `work` so that everything logged within it carries this correlation id. */
export function correlate<T>(correlationId: string, work: () => T): T {
  return correlation.run(correlationId, work);
}

/** The correlation id of the work at hand, when there is one. */
export function correlationId(): string | undefined {
  return correlation.getStore();
}

export type LoggerSettings = {
  /** Absent where each service makes a child of its own. */
  readonly service?: string;
  readonly level?: LogLevel;
  /** Where lines go; the standard output when both are absent. A file is appended to and its folder made. */
  readonly file?: string;
  readonly destination?: DestinationStream;
};

export function createLogger(settings: LoggerSettings): Logger {
  const { service, level = 'info', file } = settings;
  const options: pino.LoggerOptions = {
    level,
    base: service === undefined ? {} : { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const id = correlation.getStore();
      return id === undefined ? {} : { correlationId: id };
    },
    redact: {
      paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]),
      censor: '[redacted]',
    },
    serializers: { err: serializeError, error: serializeError },
  };
  const destination = file === undefined ? settings.destination : toFile(file);
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Written at once, so that the last lines before an end are there. */
function toFile(file: string): DestinationStream {
  return pino.destination({ dest: file, mkdir: true, sync: true });
}

/** An error with its chain of causes, and with passwords in URLs struck out. */
function serializeError(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const { code, nextStep } = thrown as { code?: unknown; nextStep?: unknown };
  return {
    type: thrown.name,
    message: withoutCredentials(thrown.message),
    ...(code === undefined ? {} : { code }),
    ...(nextStep === undefined ? {} : { nextStep }),
    stack: withoutCredentials(thrown.stack ?? ''),
    ...(thrown.cause === undefined ? {} : { cause: serializeError(thrown.cause) }),
  };
}

/** Strikes out `user:password@` in anything that looks like a URL. */
export function withoutCredentials(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[redacted]@');
}
