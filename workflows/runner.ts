/**
 * The one runner of every stream that keeps time: load the state from the ledger; take what waits or what fell due,
 * decide, record once with the expected version, arm one timer for the next wake-up, wait. It carries no state to its
 * successor: the ledger suffices. Invariant: nothing is decided twice, and time is never advanced past what may still wait.
 */
import {
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import {
  deciderOf,
  foldAll,
  kindOfStream,
  step,
  type Decider,
  type Instant,
  type Loaded,
} from '../libs/domain';
import {
  WAKE,
  type RunInput,
  type StreamActivities,
  type TrayAnswer,
  type WakeArgs,
} from './messages';
import { describe } from './description';

/** A replay of a longer history could outlast a short task time-out, and then the run is stuck for good. */
const LEAVE_AT_EVENTS = 150;
const LEAVE_ANYHOW_AT_EVENTS = 600;
/** The server holds up the successor of a run that lived for less than a second. */
const LEAVE_AT_AGE_MS = 1_000;
/** A run ends only after a quiet moment, so that its completion does not collide with the next wake. */
const QUIET = '3s';

const { load, take, record } = proxyLocalActivities<StreamActivities>({
  startToCloseTimeout: '10s',
  localRetryThreshold: '1m',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

const wake = defineSignal<WakeArgs>(WAKE);

export async function runStream({ stream }: RunInput): Promise<void> {
  const decider = deciderFor(stream);
  const timer = createTimer();
  let woken = false;
  let wokenFor: string | null = null;
  setHandler(wake, (oldest) => {
    woken = true;
    wokenFor = oldest;
  });

  const loaded = await load({ stream });
  let current: Loaded<unknown> = { state: loaded.state, version: loaded.version };
  let tray: TrayAnswer = loaded;
  for (;;) {
    const decision = step(decider, current, tray, stream);
    const leaving = shouldLeave(decision.decided.some(({ command }) => command.id === wokenFor));
    // Leaving is announced, if need be without anything to decide: from then on no wake is sent.
    if (decision.decided.length > 0 || leaving) {
      const { decided, nextAt } = decision;
      const before = current.version;
      const answer = await record({
        stream,
        expected: before,
        decided,
        nextAt,
        leaving,
      });
      if (answer.version < before) throw behind(stream, before, answer.version);
      // The ledger was ahead (a run died between commit and answer): what it holds is what happened.
      current = answer.recorded ? decision.loaded : foldAll(decider, answer.tail, current);
      tray = answer;
      // What still waits lies in the tray of the successor.
      if (leaving) return continueAsNew<typeof runStream>({ stream });
      continue;
    }
    const nextAt = decider.nextWakeup(current.state);
    if (!woken && !timer.due && decision.left === 0) {
      setCurrentDetails(describe(stream, current.state, nextAt));
      if (nextAt === null) {
        timer.disarm();
        if (!(await condition(() => woken, QUIET))) return;
      } else {
        if (loaded.clock === 'wall')
          timer.arm(nextAt, tray.now, describe(stream, current.state, nextAt));
        await condition(() => woken || timer.due);
      }
    }
    woken = timer.due = false;
    tray = await take({ stream });
  }
}

/**
 * While the command of the last wake lies undecided, no other wake is on its way; so the recording that decides it may
 * announce the leaving, and no wake meets it: the server would refuse to end the run, and the task would fail.
 */
function shouldLeave(answersTheWake: boolean): boolean {
  const { historyLength, continueAsNewSuggested, runStartTime } = workflowInfo();
  const fits = answersTheWake && Date.now() - runStartTime.getTime() >= LEAVE_AT_AGE_MS;
  return (
    continueAsNewSuggested || historyLength >= (fits ? LEAVE_AT_EVENTS : LEAVE_ANYHOW_AT_EVENTS)
  );
}

/** A restored backup: the run knows more than the ledger. It ends; after a restore every run is started again. */
function behind(stream: string, mine: number, ledger: number): ApplicationFailure {
  return ApplicationFailure.nonRetryable(
    `the ledger of ${stream} is at version ${ledger}, behind this run's ${mine}: it was restored from an older copy`,
    'LedgerBehind',
  );
}

/** A name that no decider knows would fail the task for ever: it ends the run. */
function deciderFor(stream: string): Decider<unknown> {
  if (kindOfStream(stream) === null) {
    throw ApplicationFailure.nonRetryable(`no decider knows the stream ${stream}`, 'UnknownStream');
  }
  return deciderOf(stream);
}

/** One long timer, re-armed only when the next wake-up changes. */
function createTimer() {
  let armed: { at: Instant; scope: CancellationScope } | null = null;
  const timer = {
    due: false,
    arm(at: Instant, now: Instant, summary: string): void {
      if (armed?.at === at) return;
      timer.disarm();
      const scope = new CancellationScope();
      armed = { at, scope };
      scope
        .run(() =>
          sleep(Math.max(1, Date.parse(at) - Date.parse(now)), { summary: summary.slice(0, 180) }),
        )
        .then(
          () => {
            timer.due = true;
            armed = null;
          },
          (thrown: unknown) => {
            if (!isCancellation(thrown)) throw thrown;
          },
        );
    },
    disarm(): void {
      armed?.scope.cancel();
      armed = null;
    },
  };
  return timer;
}
