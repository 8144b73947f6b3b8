/** What provisioning is asked for and what it answers: the addresses of the parts and how to stop what it started. */

export type Part = 'postgres' | 'temporal' | 'kafka';

/** One line on screen: a step begins (`took` absent), goes on, or has ended after `tookMs`. */
export type Progress = {
  readonly part: Part | 'data';
  readonly text: string;
  readonly tookMs?: number;
  readonly loud?: boolean;
};

export type ProvisionSettings = {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly need: { readonly [part in Part]: boolean };
  /** Parts that are there already (DATABASE_URL, TEMPORAL_ADDRESS, KAFKA_BROKERS): used, never stopped. */
  readonly given?: {
    readonly databaseUrl?: string;
    readonly temporalAddress?: string;
    readonly kafkaBrokers?: readonly string[];
  };
  readonly log: (progress: Progress) => void;
  /** Gives up and stops what was started so far. */
  readonly signal?: AbortSignal;
  /** A part that we started ended by itself. */
  readonly onPartLost?: (part: Part, detail: string) => void;
};

export interface Provisioned {
  /** The URL of a role that may create databases and roles; null only when not needed. */
  readonly postgres: { readonly adminUrl: string } | null;
  readonly temporal: { readonly address: string; readonly uiUrl: string | null } | null;
  /** Null when not needed or not to be had: then the ledger bus carries the events. */
  readonly kafka: { readonly brokers: readonly string[] } | null;
  /** Stops what was started here, in reverse order, and nothing else. */
  stop(): Promise<void>;
}
