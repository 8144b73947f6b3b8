/**
 * Temporal: the server TEMPORAL_ADDRESS names, or the development server of the `temporal` command with its state in
 * a file of the data folder. Its state is disposable: everything it holds can be rebuilt from the ledger.
 */
import type { DataFolder } from './data-folder';
import { startOwned } from './owned-process';

export type RunningTemporal = {
  readonly address: string;
  readonly uiUrl: string | null;
  stop(): Promise<void>;
};

export async function startTemporal(
  folder: DataFolder,
  binary: string,
  onLost: (detail: string) => void,
): Promise<RunningTemporal> {
  const port = await folder.port('temporal');
  const uiPort = await folder.port('temporalUi');
  const server = await startOwned({
    part: 'temporal',
    command: binary,
    args: [
      'server',
      'start-dev',
      '--ip=127.0.0.1',
      '--ui-ip=127.0.0.1',
      `--port=${port}`,
      `--ui-port=${uiPort}`,
      `--db-filename=${folder.inside('temporal.db')}`,
      // Without a write-ahead log SQLite waits for the disk several times for each step of a run. A computer that dies
      // may take the last steps with it: the ledger has them.
      '--sqlite-pragma=journal_mode=wal',
      '--sqlite-pragma=synchronous=normal',
      // The server looks for new tasks of a run, and for timers that fire, 20 times a second at most: whatever comes
      // faster waits 30 ms and more for its turn.
      '--dynamic-config-value=history.transferProcessorMaxPollRPS=1000',
      '--dynamic-config-value=history.timerProcessorMaxPollRPS=1000',
      '--log-level=error',
      '--disable-config-env',
      '--disable-config-file',
    ],
    folder,
    logFile: folder.inside('log', 'temporal.log'),
    ready: /^\s*(Temporal )?Server:\s/,
    stopSignal: 'SIGTERM',
    onLost,
  });
  return {
    address: `127.0.0.1:${port}`,
    uiUrl: `http://127.0.0.1:${uiPort}`,
    stop: server.stop,
  };
}
