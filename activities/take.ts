/** Takes what lies in a stream's tray, in order of time, with the deployment's instant read before it. */
import type { Ledger } from '../libs/ledger';
import type { RunInput, TrayAnswer } from '../workflows/messages';

export async function take(ledger: Ledger, { stream }: RunInput): Promise<TrayAnswer> {
  const { waiting, now, full } = await ledger.take(stream);
  return { waiting, now, full };
}
