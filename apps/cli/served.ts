/**
 * When no system answers and its data folder holds one that ran: it is served for reading, for as long as this command runs.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environment, userFolders } from '../../libs/service';
import { cliError, EXIT } from './client';

const READS = join(__dirname, '..', 'standalone', 'reads.js');

let serving: ChildProcess | null = null;

const WITHIN_MS = 120_000;

type Said = { readonly api?: string; readonly failure?: string };

/** The address, or null when there is nothing to serve: another address was told, or nothing ran in the data folder. */
export async function servedForReading(): Promise<string | null> {
  const { DONDOC_API_URL: told, DONDOC_DATA_DIR: given, DONDOC_MODE: wanted } = environment();
  const folder = given || userFolders().dataDir;
  const mode = modeIn(folder, wanted);
  if (told || mode === undefined || !existsSync(READS)) return null;
  const child = fork(READS, [`--${mode}`], {
    env: { ...environment(), TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Ctrl-C is this command's: the child goes when its starter has gone.
    detached: true,
  });
  serving = child;
  const said = await new Promise<Said>((resolve) => {
    child.once('message', (message) => resolve(message as Said));
    child.once('exit', () => resolve({ failure: 'it ended without a word' }));
    child.once('error', (cause) => resolve({ failure: cause.message }));
    setTimeout(() => resolve({ failure: 'it did not say a word in time' }), WITHIN_MS).unref();
  });
  // Neither the child nor the channel keeps this command alive; the channel's end ends the child.
  child.unref();
  child.channel?.unref();
  if (said.api !== undefined) return said.api;
  throw cliError(
    EXIT.partDown,
    `Không mở được dữ liệu trong ${folder} để đọc · the data in ${folder} could not be opened for reading:\n${said.failure}`,
  );
}

/** Of which deployment: DONDOC_MODE as for all other commands; where it is not set, the live one before the drill. */
export function modeIn(folder: string, told: string | undefined): string | undefined {
  const modes = ['live', 'drill'].filter((it) => !told || it === told);
  return modes.find((it) => existsSync(join(folder, it, 'roles.json')));
}

/** Waits until what was served has ended: the next command then finds the data folder free. */
export async function endServed(): Promise<void> {
  const child = serving;
  serving = null;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  await ended;
}
