/** Whether a part that the environment names is there: found out at the start, with the variable's name, not its value. */
import { connect } from 'node:net';
import { failure } from '../service';
import type { Part } from './parts';

const ANSWER_WITHIN_MS = 5_000;

export type Given = {
  readonly part: Part;
  readonly variable: string;
  /** `host:port`, or several: one that answers is enough. */
  readonly addresses: readonly string[];
};

export async function requireReachable({ part, variable, addresses }: Given): Promise<void> {
  const faults: unknown[] = [];
  for (const address of addresses) {
    try {
      await reach(address);
      return;
    } catch (thrown) {
      faults.push(thrown);
    }
  }
  throw failure(
    `${part}.unreachable`,
    `${variable} is set, but nothing answers there`,
    `start that server, correct ${variable}, or unset it to have one provisioned here`,
    faults.at(-1),
  );
}

export function addressOf(databaseUrl: string): string {
  const { hostname, port } = new URL(databaseUrl);
  return `${hostname}:${port || '5432'}`;
}

function reach(address: string): Promise<void> {
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon).replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(address.slice(colon + 1)) });
    const settle = (error?: Error) => {
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    socket.setTimeout(ANSWER_WITHIN_MS, () => settle(new Error('no answer within 5 s')));
    socket.once('connect', () => settle());
    socket.once('error', () => settle(new Error('the connection was refused')));
  });
}
