/** What runs in the mail catcher's own thread: the catcher, until it is told to stop. */
import { parentPort, workerData } from 'node:worker_threads';
import { startMailCatcher } from './mail-catcher';
import type { CatcherAnswer, CatcherStart } from './mail-catcher-apart';

const tell = (answer: CatcherAnswer) => parentPort!.postMessage(answer);

startMailCatcher(workerData as CatcherStart).then(
  ({ smtpUrl, url, stop }) => {
    parentPort!.once('message', () => void stop().then(() => parentPort!.close()));
    tell({ smtpUrl, url });
  },
  (thrown: Error) => {
    const { message } = thrown;
    const { code = 'mailCatcher.start', nextStep = 'correct what it says' } = thrown as {
      code?: string;
      nextStep?: string;
    };
    tell({ fault: { code, message, nextStep } });
    parentPort!.close();
  },
);
