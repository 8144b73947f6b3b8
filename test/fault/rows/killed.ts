/** Every service killed outright, at the moments at which something is done and not yet known, or known and not yet done. */
import { ask, OPERATOR, unit } from '../../e2e/support/office-story';
import type { Point } from '../support/arming';
import type { Round } from '../support/office';
import type { App } from '../support/service-process';
import { FAR, type Row, type Scene } from './row';

/** What goes on while a process is killed at a point; answers when it has come to its end. */
type Story = {
  /** What the point must have at hand to be the one. */
  readonly where: (round: Round) => readonly string[];
  readonly tell: (scene: Scene, round: Round) => Promise<unknown>;
  /** Happens while the process is dead. */
  readonly meanwhile?: (scene: Scene, round: Round) => Promise<unknown>;
};

const report: Story = {
  where: ({ stream }) => [stream, 'SubmitReport'],
  tell: ({ office }, round) => office.submit(round, 'nga-son'),
};
/** Asks once, and never again. */
const givesUp: Story = {
  where: () => ['RegisterUnits'],
  async tell({ stage }) {
    const body = { units: [unit('hoi-mot-lan', ['focal@hoi-mot-lan.vn'])] };
    const asked = ask(`${stage.api}/v1/units`, { actor: OPERATOR, body, key: 'asks-once' });
    await asked.catch(() => undefined);
  },
};
const anotherFirst: Story = {
  ...report,
  meanwhile: ({ office }, round) => office.submit(round, 'tinh-gia'),
};

function killed(app: App, point: Point, { moment, ...story }: Story & { moment: string }): Row {
  return {
    fault: `the ${app} is killed`,
    moment,
    async play(scene) {
      const { stage, office } = scene;
      const round = await office.openRound({ 'T-1': FAR });
      await stage.drained();
      const at = stage.services[app].at(point, story.where(round));
      const told = story.tell(scene, round);
      await at.reached;
      await stage.services[app].kill();
      await story.meanwhile?.(scene, round);
      await stage.services[app].start();
      await told;
    },
    told: [],
  };
}

/** A rung falls due on a round of its own. */
const rung = (point: readonly string[]): Story => ({
  where: () => point,
  async tell({ office }) {
    const round = await office.openRound({ 'T-1': 1.5 });
    await office.reached(round, 'T-1');
  },
});

let directives = 0;
/** From the draft to the first round, through series, directive and round, by way of the reactor. */
const directive: Story = {
  where: () => [],
  async tell({ office }) {
    directives += 1;
    await office.issueDirective(directives);
  },
};

export const KILLED: readonly Row[] = [
  killed('worker', 'record:committed', {
    ...anotherFirst,
    moment: 'between the commit of a report and the answer to its run, then another report first',
  }),
  killed('worker', 'record:before', {
    ...rung(['WakeUp']),
    moment: 'when a rung is decided and not yet committed',
  }),
  killed('worker', 'wake:sent', {
    ...anotherFirst,
    where: ({ stream }) => [stream],
    moment: 'when a run was woken and has not taken what waits',
  }),
  killed('worker', 'record:committed', {
    ...directive,
    where: () => ['series/'],
    moment: 'when it has recorded for a stream without a run and forgets that it has',
  }),
  killed('api', 'accept:before', { ...report, moment: 'before a report is written down' }),
  killed('api', 'accept:before', {
    ...givesUp,
    moment: 'before a unit with its people is written down, and its caller gives up',
  }),
  killed('api', 'accept:committed', {
    ...report,
    moment: 'when a report is written down and its receipt not given',
  }),
  killed('reactor', 'accept:committed', {
    ...directive,
    moment: 'when it has asked and its cursor has not moved',
  }),
  killed('projector', 'rows:before-commit', {
    ...report,
    where: () => ['projector'],
    moment: 'before the rows are committed',
  }),
  killed('projector', 'batch:handled', {
    ...report,
    where: () => ['projector'],
    moment: 'when the rows are committed and the bus has not been told',
  }),
  ...(['tree:grown', 'checkpoint:signing', 'checkpoint:signed', 'checkpoint:kept'] as const).map(
    (point) =>
      killed('checkpointer', point, {
        ...anotherFirst,
        where: () => [],
        moment: `at ${point}, then another report`,
      }),
  ),
  killed('checkpointer', 'cosignature:came', {
    ...report,
    where: () => [],
    moment: 'when the witness has cosigned and nobody has kept that',
  }),
  killed('notifier', 'rows:before-commit', {
    ...rung(['notifier']),
    moment: 'before the notices of an entry are committed',
  }),
  killed('notifier', 'cursor:before', {
    where: () => ['notifier'],
    tell: ({ office }) => office.registerUnit('thuong-xuan'),
    moment: 'when it has read an entry of which nobody hears and its cursor has not moved',
  }),
  killed('notifier', 'mail:planning', {
    ...rung([]),
    moment: 'when it has read what is to become messages and has made none',
  }),
  killed('notifier', 'mail:answered', {
    ...rung(['sent']),
    moment: 'when the mail server has taken a message and nobody has written that down',
  }),
  killed('notifier', 'accept:committed', {
    ...rung(['RecordDeliveries']),
    moment: 'when it has asked to record deliveries and not noted that it has',
  }),
];
