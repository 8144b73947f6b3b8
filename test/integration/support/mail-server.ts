/** A real SMTP server for tests that can be told what to answer, and that keeps what it has taken. */
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Received = {
  readonly to: string;
  readonly messageId: string;
  readonly mail: ParsedMail;
};

/** What the server answers a message with; `null` takes it. `mute`: takes it and hangs up without a word. */
export type Answer = { readonly code: number; readonly text: string } | 'mute' | null;

export class MailServer {
  readonly received: Received[] = [];
  /** Every answer but "taken", in order; `mute` has no code. */
  readonly refused: { readonly messageId: string; readonly code: number | null }[] = [];
  answer: (to: string, earlier: number) => Answer | Promise<Answer> = () => null;
  private readonly tries = new Map<string, number>();
  private server: SMTPServer | null = null;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo[0]!.address;
        const taken = this.take(stream, to).then((answer) => {
          if (answer === 'mute') {
            for (const connection of server.connections) {
              (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
            }
          } else if (answer === null) done();
          else done(Object.assign(new Error(answer.text), { responseCode: answer.code }));
        });
        // A caller that was killed in mid-message has handed in nothing.
        taken.catch(() => undefined);
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  to(address: string): Received[] {
    return this.received.filter((it) => it.to === address);
  }

  private async take(stream: NodeJS.ReadableStream, to: string): Promise<Answer> {
    const mail = await simpleParser(await buffer(stream as never));
    const earlier = this.tries.get(to) ?? 0;
    this.tries.set(to, earlier + 1);
    const answer = await this.answer(to, earlier);
    const messageId = mail.messageId ?? '';
    if (answer === null || answer === 'mute') this.received.push({ to, messageId, mail });
    if (answer !== null) {
      this.refused.push({ messageId, code: answer === 'mute' ? null : answer.code });
    }
    return answer;
  }
}
