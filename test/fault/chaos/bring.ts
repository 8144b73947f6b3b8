/** How each fault of a plan is brought about and lifted: when the promise resolves, nothing of it is left. */
import { setTimeout as pause } from 'node:timers/promises';
import { OUTAGES } from '../rows/parts';
import type { Scene } from '../rows/row';
import { setClock } from '../support/database-clock';
import { onSmallDisk, smallDiskIsPossible } from '../support/small-disk';
import type { Fault } from './plan';

/** A point that nothing passes any more: then the process is killed wherever it is. */
const POINT_WITHIN_MS = 6_000;

type Of<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

export async function bring(scene: Scene, fault: Fault): Promise<void> {
  switch (fault.kind) {
    case 'kill':
      return kill(scene, fault);
    case 'hang':
      return hang(scene, fault);
    case 'second':
      return second(scene, fault);
    case 'lapse':
      return lapse(scene, fault);
    case 'outage':
      return outage(scene, fault);
    case 'mail':
      return mail(scene, fault);
    case 'clock':
      return clock(scene, fault);
    case 'mistake':
      return mistake(scene, fault);
    case 'witness':
      return witness(scene, fault);
    case 'disk':
      return disk(scene, fault);
  }
}

async function kill({ stage }: Scene, { app, point, downMs }: Of<'kill'>): Promise<void> {
  const service = stage.services[app];
  const moment = service.at(point);
  await Promise.race([moment.reached, pause(POINT_WITHIN_MS)]);
  await service.kill();
  await pause(downMs);
  await service.start();
}

async function hang({ stage }: Scene, { app, forMs }: Of<'hang'>): Promise<void> {
  const service = stage.services[app];
  service.signal('SIGSTOP');
  try {
    await pause(forMs);
  } finally {
    service.signal('SIGCONT');
  }
}

async function second({ stage }: Scene, { app, killFirst, forMs }: Of<'second'>): Promise<void> {
  const other = await stage.second(app);
  if (killFirst) await stage.services[app].kill();
  await pause(forMs);
  if (killFirst) await stage.services[app].start();
  await other.stop();
}

/** Another takes over from one that hangs, which then goes on as if nothing had happened. */
async function lapse(scene: Scene, { app, forMs }: Of<'lapse'>): Promise<void> {
  const other = await scene.stage.second(app);
  await hang(scene, { kind: 'hang', app, forMs });
  await other.stop();
}

async function outage({ stage }: Scene, { part, how, forMs }: Of<'outage'>): Promise<void> {
  const it = stage[part];
  if (it === null) return;
  await OUTAGES[how].gone(it);
  try {
    await pause(forMs);
  } finally {
    await OUTAGES[how].back(it);
  }
}

async function mail({ stage }: Scene, { how, forMs }: Of<'mail'>): Promise<void> {
  const server = stage.mail;
  if (how === 'down') await server.stop();
  else if (how === 'slow') server.answer = () => pause(400, null);
  else if (how === 'mute') server.answer = (_to, earlier) => (earlier % 2 === 0 ? 'mute' : null);
  else {
    server.answer = (to) =>
      to.startsWith('focal@tinh') ? { code: 450, text: 'try again later' } : null;
  }
  await pause(forMs);
  server.answer = () => null;
  if (how === 'down') await server.start();
}

async function witness({ stage }: Scene, { forMs }: Of<'witness'>): Promise<void> {
  await stage.outside.stopWitness();
  await pause(forMs);
  await stage.outside.startWitness();
}

async function clock({ stage, office, clockWasSet }: Scene, { by, forMs }: Of<'clock'>) {
  await setClock(stage.owner, by);
  try {
    await pause(forMs);
  } finally {
    await setClock(stage.owner, '0');
    clockWasSet.push(...office.streams());
  }
}

async function mistake({ stage, office }: Scene, { act, forMs }: Of<'mistake'>): Promise<void> {
  const [stream = ''] = office.streams().slice(-1);
  const point = act === 'garble' ? 'load:answered' : 'record:before';
  const made = stage.services.worker.at(point, [stream], act);
  await pause(forMs);
  made.disarm();
}

async function disk({ stage }: Scene, { forMs }: Of<'disk'>): Promise<void> {
  if (!smallDiskIsPossible()) return;
  await onSmallDisk(stage, async (small) => {
    small.fill();
    await pause(forMs);
  });
}
