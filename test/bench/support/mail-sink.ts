/** An SMTP server that takes every mail, and remembers of each when it took it, to whom it went and of what it speaks. */
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Bench } from './bench';

export type Mail = {
  readonly to: string;
  /** Milliseconds of the wall clock: when it was about to be answered with 250. */
  readonly takenAt: number;
  /** Ids of the ledger entries it speaks of. */
  readonly entries: readonly string[];
};

export class MailSink {
  readonly mails: Mail[] = [];
  private readonly server: SMTPServer;

  static async open(bench: Bench): Promise<MailSink> {
    const sink = new MailSink();
    await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    bench.own('mail sink', () => new Promise<void>((done) => sink.server.close(() => done())));
    return sink;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      onData: (stream, { envelope }, done) => {
        text(stream).then((source) => {
          const to = envelope.rcptTo[0]?.address ?? '';
          this.mails.push({ to, takenAt: Date.now(), entries: entriesIn(source) });
          done();
        }, done);
      },
    });
    this.server.on('error', () => undefined);
  }
}

function entriesIn(source: string): string[] {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const header = /^X-Dondoc-Entry: (.*)$/im.exec(head)?.[1] ?? '';
  return header.split(/,\s*/).filter((it) => it !== '');
}
