/** The mail server down, slow, refusing, and dying with a message in its hands. */
import type { MailServer } from '../../integration/support/mail-server';
import { until } from '../../integration/support/until';
import { type Row, type Scene } from './row';

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

export const MAIL: readonly Row[] = [
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
