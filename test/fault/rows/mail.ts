/** The mail server down, slow, refusing, and dying with a message in its hands. */
import type { MailServer } from '../../integration/support/mail-server';
import { until } from '../../integration/support/until';
import type { Point } from '../support/arming';
import type { Moment, ServiceProcess } from '../support/service-process';
import { FAR, type Row, type Scene } from './row';

/** A reminder for three units falls due while the server behaves as it is told. */
async function reminder({ stage, office }: Scene, meanwhile: () => Promise<void>): Promise<void> {
  const round = await office.openRound({ 'T-1': 1 });
  await office.reached(round, 'T-1');
  await meanwhile();
  await stage.drained();
  stage.mail.answer = () => null;
}

const taken = (mail: MailServer, count: number) =>
  until('mail was taken', async () => mail.received.length >= count);

/** Two notifiers stopped at a point: which of them sends, and the other one, which goes on. */
async function twoAt(
  { stage }: Scene,
  second: ServiceProcess,
  { point, where = [] }: { point: Point; where?: readonly string[] },
) {
  const both = [stage.services.notifier, second].map((process) => ({
    process,
    moment: process.at(point, where),
  }));
  const sends = await Promise.race(
    both.map((one) => one.moment.reached.then((detail) => ({ ...one, detail }))),
  );
  return { sends, other: both.find(({ process }) => process !== sends.process)! };
}

/** Awake again, it finds that another one has followed it. */
async function wakesTooLate({ process, moment }: { process: ServiceProcess; moment: Moment }) {
  const tells = process.says('that it came too late', (line) =>
    JSON.stringify(line).includes('notifier.lease-lost'),
  );
  process.signal('SIGCONT');
  moment.go();
  await tells;
}

/** Two for each connection of a notifier. */
const IN_HAND = 10;

const TWO: readonly Row[] = [
  {
    fault: 'two notifiers',
    moment: 'the one that sends hangs as it is about to make messages, for longer than its lease',
    async play(scene) {
      const { stage, office } = scene;
      const second = await stage.second('notifier');
      const now = await stage.ledger.now();
      const [early, late] = [
        await office.openRound({ 'T-1': 10 }, FAR, now),
        await office.openRound({ 'T-1': 10 }, FAR, now),
      ];
      await stage.drained();
      // One person has a notice of each at one instant; the second one comes when the first one is no longer waited for.
      const waits = stage.services.worker.at('record:before', [late.stream, 'WakeUp']);
      const { sends, other } = await twoAt(scene, second, {
        ...{ point: 'mail:planning', where: [early.stream] },
      });
      if (sends.detail.includes(late.stream)) throw new Error('it has both notices already');
      sends.process.signal('SIGSTOP');
      await waits.reached;
      waits.go();
      if (!(await other.moment.reached).includes(late.stream)) {
        throw new Error('the other one has not both notices');
      }
      other.moment.go();
      await stage.drained();
      await wakesTooLate(sends);
      await stage.drained();
      await second.stop();
    },
    told: [],
  },
  {
    fault: 'two notifiers',
    moment: 'the one that sends hangs with many messages in hand, for longer than its lease',
    async play(scene) {
      const { stage, office } = scene;
      const { mail, owner } = stage;
      const second = await stage.second('notifier');
      await mail.stop();
      for (let n = 0; n < 6; n += 1) await office.openRound({ 'T-1': FAR });
      await until('all messages wait', async () => {
        const { rows } = await owner.query<{ waiting: number }>(
          `SELECT count(*)::int AS waiting FROM work.mail_messages WHERE state = 'planned'`,
        );
        return rows[0]!.waiting === 18;
      });
      const before = mail.received.length;
      let release = () => {};
      const released = new Promise<null>((resolve) => (release = () => resolve(null)));
      const asked = new Promise<void>((resolve) => {
        mail.answer = () => {
          resolve();
          return released;
        };
      });
      const stopped = twoAt(scene, second, { point: 'mail:before' });
      await mail.start();
      const { sends, other } = await stopped;
      await asked;
      other.moment.disarm();
      sends.process.signal('SIGSTOP');
      release();
      await stage.drained();
      await wakesTooLate(sends);
      const times = new Map<string, number>();
      for (const { messageId } of mail.received.slice(before)) {
        times.set(messageId, (times.get(messageId) ?? 0) + 1);
      }
      const again = [...times.values()].filter((count) => count > 1).length;
      if (again === 0 || again > IN_HAND) throw new Error(`${again} messages came again`);
      mail.answer = () => null;
      await second.stop();
    },
    told: [],
  },
];

export const MAIL: readonly Row[] = [
  ...TWO,
  {
    fault: 'the mail server is down',
    moment: 'when reminders fall due',
    async play(scene) {
      const { mail, services } = scene.stage;
      const told = services.notifier.says('that it is away', ({ err }) =>
        JSON.stringify(err ?? '').includes('smtp.away'),
      );
      await mail.stop();
      await reminder(scene, async () => {
        await told;
        await mail.start();
      });
    },
    told: [{ by: 'notifier', code: 'smtp.away', part: 'mail server' }],
  },
  {
    fault: 'the mail server is slow',
    moment: 'when a reminder is in its hands: the notifier is killed and the message comes again',
    async play(scene) {
      const { mail, services } = scene.stage;
      let release = () => {};
      const released = new Promise<null>((resolve) => (release = () => resolve(null)));
      let asked = () => {};
      const inHand = new Promise<void>((resolve) => (asked = resolve));
      mail.answer = () => {
        asked();
        return released;
      };
      await reminder(scene, async () => {
        await inHand;
        await services.notifier.kill();
        release();
        await services.notifier.start();
      });
    },
    told: [],
  },
  {
    fault: 'the mail server refuses one address',
    moment: 'when a reminder is for three: the others have theirs, the refusal is recorded',
    async play(scene) {
      const { mail, ledger } = scene.stage;
      mail.answer = (to) =>
        to === 'focal@tinh-gia.vn' ? { code: 550, text: 'no such mailbox' } : null;
      const before = mail.received.length;
      await reminder(scene, () => taken(mail, before + 2));
      const lines = await ledger.entriesOfPrefixes(['directive'], { limit: 10_000 });
      const failed = lines.filter(({ bytes }) => bytes.includes('smtp 550'));
      if (failed.length === 0) throw new Error('the refusal is not recorded');
    },
    told: [{ by: 'notifier', code: 'smtp.refused', part: 'mail server' }],
  },
  {
    fault: 'the mail server dies',
    moment: 'when it has taken a message and said nothing: it comes again with its Message-ID',
    async play(scene) {
      const { mail } = scene.stage;
      const before = new Map<string, number>();
      mail.answer = (to) => {
        const times = (before.get(to) ?? 0) + 1;
        before.set(to, times);
        return times === 1 ? 'mute' : null;
      };
      const first = mail.received.length;
      await reminder(scene, () => taken(mail, first + 4));
      const ids = mail.received.slice(first).map(({ messageId }) => messageId);
      if (new Set(ids).size === ids.length) throw new Error('no message came again');
    },
    told: [],
  },
];
