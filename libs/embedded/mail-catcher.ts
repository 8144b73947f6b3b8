/** Mail catcher: stub, the interface is final. */
export type CaughtMail = {
  readonly id: number;
  readonly receivedAt: string;
  readonly messageId: string | null;
  readonly from: string;
  /** Envelope recipients. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
};

export type MailCatcherSettings = {
  /** Messages are kept here, one file each, and found again at the next start; in memory only when absent. */
  readonly dataDir?: string;
  /** 0 or absent takes any free port. */
  readonly smtpPort?: number;
  readonly httpPort?: number;
  /** Why a recipient is refused for good; null takes the mail. */
  readonly refuse?: (recipient: string) => string | null;
};

export interface MailCatcher {
  readonly smtpUrl: string;
  /** The list for a browser; `${url}/messages` is the same as JSON. */
  readonly url: string;
  messages(): readonly CaughtMail[];
  stop(): Promise<void>;
}
