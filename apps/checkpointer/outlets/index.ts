/** Which outlets a configuration asks for. */
import { failure, type Logger } from '../../../libs/service';
import { noteKey, NotANote } from '../../../libs/audit';
import type { Outlet } from '../outlet';
import { folderOutlet } from './folder';
import { mailOutlet } from './mail';
import { topicOutlet } from './topic';
import { witnessOutlet } from './witness';

export type OutletSettings = {
  readonly kafkaBrokers: readonly string[];
  /** A folder, for a git repository or a store that is written once. */
  readonly checkpointsDir?: string;
  /** Mail addresses. */
  readonly checkpointsMailTo: readonly string[];
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** `KEY URL`, each. */
  readonly witnesses: readonly string[];
  /** Where it is remembered when the last mail went. */
  readonly stateFile: string;
};

export function outletsOf(settings: OutletSettings, logger: Logger): Outlet[] {
  const { kafkaBrokers: brokers, checkpointsDir, checkpointsMailTo: to, smtpUrl } = settings;
  const { mailFrom: from, stateFile } = settings;
  if (to.length > 0 && smtpUrl === undefined) {
    throw failure(
      'config.invalid',
      'checkpoints are to be mailed and there is no mail server',
      'set SMTP_URL, or leave DONDOC_CHECKPOINTS_MAIL_TO empty',
    );
  }
  return [
    ...(brokers.length > 0 ? [topicOutlet(brokers, logger)] : []),
    ...(checkpointsDir === undefined ? [] : [folderOutlet(checkpointsDir)]),
    ...(to.length > 0 ? [mailOutlet({ to, smtpUrl: smtpUrl!, from, stateFile })] : []),
    ...settings.witnesses.map((text) => witnessOf(text)),
  ];
}

function witnessOf(text: string): Outlet {
  const [key = '', url = ''] = text.split(/\s+/u);
  try {
    const witness = noteKey(key);
    if (witness.kind !== 'witness') throw new NotANote(`${witness.name} is not a witness's key`);
    const address = new URL(url);
    if (address.username !== '' || address.password !== '') {
      throw new NotANote('an address with a name or password in it would be logged');
    }
    return witnessOutlet(witness, address);
  } catch (cause) {
    throw failure(
      'config.invalid',
      `DONDOC_WITNESSES has an entry that is not "KEY URL", with an address without a password: ${key.slice(0, 80)}`,
      'write the key that "dondoc witness" shows and its address, several separated by commas',
      cause,
    );
  }
}
