/** The mail catcher in a thread of its own, so that taking mail and making it do not wait for each other. */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { failure } from '../service';
import type { MailCatcher } from './mail-catcher';

export type CatcherStart = { readonly dataDir: string };
export type CatcherAnswer =
  | { readonly smtpUrl: string; readonly url: string }
  | {
      readonly fault: {
        readonly code: string;
        readonly message: string;
        readonly nextStep: string;
      };
    };

/** @param onLost called when it ends by itself */
export async function startMailCatcherApart(
  start: CatcherStart,
  onLost: (detail: string) => void,
): Promise<Pick<MailCatcher, 'smtpUrl' | 'url' | 'stop'>> {
  const thread = new Worker(join(__dirname, 'mail-catcher.thread.js'), { workerData: start });
  const [answer] = (await once(thread, 'message')) as [CatcherAnswer];
  if ('fault' in answer) {
    const { code, message, nextStep } = answer.fault;
    throw failure(code, message, nextStep);
  }
  thread.once('error', ({ message }) => onLost(message));
  return {
    ...answer,
    async stop() {
      const ended = once(thread, 'exit');
      thread.postMessage('stop');
      await ended;
    },
  };
}
