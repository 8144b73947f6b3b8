/** One message as the mail catcher keeps it. */
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
