/** A notice on its way to one recipient. */
import type { AnyNotice } from './any-notice';
import type { Language } from './notice';

/** A notice with one address it goes to; `recipient` is a `pii:` token, null when the unit has no contact. */
export type MailItem<N extends AnyNotice = AnyNotice> = {
  readonly recipient: string | null;
  readonly language: Language;
  readonly notice: N;
};
