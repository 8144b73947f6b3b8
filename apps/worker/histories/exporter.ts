/**
 * Copies closed runs out of the engine before its retention removes them: a pass at once, then one a period, by one process at
 * a time. Whoever comes upon a run later than a third of the retention says so loudly; the worker works on.
 */
import { Client, type Connection } from '@temporalio/client';
import { createWayIn } from '../../../libs/commands';
import type { Ledger } from '../../../libs/ledger';
import { databaseFault } from '../../../libs/ledger';
import { Gauge, type Logger, type Metrics } from '../../../libs/service';
import type { BuiltBundle } from '../bundle';
import { archiveBuild } from './archive-build';
import { closedRunsOf } from './closed-runs';
import { exportHistories, type Passed } from './export-histories';

export type ExporterSettings = {
  readonly ledger: Ledger;
  readonly connection: Connection;
  readonly namespace: string;
  readonly bundle: BuiltBundle;
  readonly holder: string;
  readonly everyMs: number;
  readonly logger: Logger;
  readonly metrics?: Metrics | undefined;
  /** A further condition on the runs that are looked at. */
  readonly only?: string | undefined;
};

export interface Exporter {
  /** `ok`, or what is wrong; it keeps no worker from being ready. */
  state(): string;
  stop(): Promise<void>;
}

const LEASE = 'histories';
const LEASE_MS = 60_000;

export function startExporter(settings: ExporterSettings): Exporter {
  const { ledger, logger, everyMs, holder, metrics } = settings;
  const gauges = metrics && gaugesOf(metrics);
  let state = 'not run yet';
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let pass: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    try {
      // Nothing can be recorded before somebody decides about the restore.
      if ((await ledger.undecidedRestore()) !== null) {
        state = 'restore undecided';
        return;
      }
      if (!(await ledger.tryLease(LEASE, holder, LEASE_MS))) {
        state = 'another worker exports';
        return;
      }
      const passed = await passOf(settings, () => stopping);
      state = stateOf(passed);
      gauges?.late.set(passed.late);
      gauges?.oldest.set(passed.oldestMs / 1_000);
      report(logger, passed);
      await ledger.releaseLease(LEASE, holder);
    } catch (thrown) {
      state = 'the last pass failed';
      const next =
        'see whether Temporal, the database and the content store answer; the next pass goes on from here';
      logger.error(
        { code: 'histories.pass-failed', err: databaseFault(thrown), nextStep: next },
        'a pass over the closed runs failed',
      );
    }
  }

  const again = (): void => {
    pass = run().finally(() => {
      if (!stopping) timer = setTimeout(again, everyMs);
    });
  };
  again();
  return {
    state: () => state,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await pass;
    },
  };
}

async function passOf(settings: ExporterSettings, stopped: () => boolean): Promise<Passed> {
  const { ledger, connection, namespace, bundle, holder, only } = settings;
  const client = new Client({ connection, namespace });
  return exportHistories({
    ledger,
    wayIn: createWayIn(ledger),
    runs: closedRunsOf({ client, only }),
    build: await archiveBuild(ledger, bundle),
    wall: () => new Date(),
    goesOn: async () => !stopped() && (await ledger.renewLease(LEASE, holder, LEASE_MS)),
  });
}

function stateOf({ failed, late, unseen }: Passed): string {
  if (unseen !== null) return 'runs may have been removed before a pass saw them';
  if (late > 0) return `late: ${late} runs waited longer than a third of the retention`;
  return failed.length > 0 ? `${failed.length} runs wait for the next pass` : 'ok';
}

function report(logger: Logger, passed: Passed): void {
  const { kept, failed, lost, unseen, late, oldestMs, lateAfterMs } = passed;
  if (kept > 0) logger.info({ kept }, 'histories of closed runs were kept');
  const broken = failed.filter(({ cause }) => cause !== null);
  for (const { run, cause } of broken.slice(0, 10)) {
    const nextStep = 'it is tried again in the next pass; if it stays, look at the run in Temporal';
    const { workflow, run: id } = run;
    logger.error(
      { code: 'histories.not-kept', workflow, run: id, err: cause, nextStep },
      'the history of a closed run could not be kept',
    );
  }
  if (lost.length > 0) {
    logger.error(
      { code: 'histories.lost', lost: lost.slice(0, 10), count: lost.length },
      'runs of a chain were removed by Temporal before their histories were kept; the ledger has what they decided',
    );
  }
  if (unseen !== null) {
    const nextStep =
      'their decisions are in the ledger; let a worker run, and lengthen the retention of the namespace';
    logger.error(
      { code: 'histories.unseen', ...unseen, nextStep },
      'no pass looked for longer than the retention: runs that closed meanwhile may be gone unseen',
    );
  }
  if (late > 0) {
    logger.error(
      {
        code: 'histories.late',
        ...{ late, oldestSeconds: Math.round(oldestMs / 1_000) },
        lateAfterSeconds: Math.round(lateAfterMs / 1_000),
        nextStep: 'shorten DONDOC_HISTORIES_EVERY, or lengthen the retention of the namespace',
      },
      'closed runs waited longer than a third of the retention for being kept',
    );
  }
}

function gaugesOf(metrics: Metrics) {
  const registers = [metrics];
  return {
    late: new Gauge({
      name: 'dondoc_histories_late',
      help: 'Closed runs that the last pass came upon later than a third of the retention.',
      registers,
    }),
    oldest: new Gauge({
      name: 'dondoc_histories_oldest_seconds',
      help: 'How long the oldest run of the last pass had been closed.',
      registers,
    }),
  };
}
