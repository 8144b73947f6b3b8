/** `dondoc drill advance TO`: moves a drill's clock and waits until everything that fell due is done. */
import { actorFor, instantOf, type Context } from '../context';

export async function advance(context: Context, to: string): Promise<void> {
  const { client, screen, key } = context;
  const instant = instantOf(to);
  screen.progress(
    `Chuyển đồng hồ tới ${screen.time(instant)}…`,
    `Moving the clock to ${screen.time(instant)}…`,
  );
  const answer: unknown = await client.ask('/v1/drill/advance', {
    body: { to: instant },
    actor: actorFor(context, 'operator'),
    key,
  });
  screen.result(answer, () => {
    const { now } = answer as { now: string };
    screen.line(`${screen.say('Đồng hồ', 'Clock')}: ${screen.time(now)} (UTC+7)`);
  });
}
