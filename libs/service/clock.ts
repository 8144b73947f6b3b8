/**
 * The deployment's clock as a port: everything that asks for the time asks this and nothing else.
 * The wall clock lives here; the told clock of a drill is read from the database by libs/ledger.
 */

/** ISO-8601 UTC with milliseconds, always 24 characters. */
export type Instant = string;

export interface Clock {
  now(): Promise<Instant>;
}

export const wallClock: Clock = {
  now: async () => new Date().toISOString(),
};
