/**
 * An office in memory behind the door: a tray decided at once by the real deciders, with their reactions, at one fixed
 * instant. Dates are not planned here: what would need a plan is refused as it is without one.
 */
import {
  deciderOf,
  foldAll,
  react,
  stamp,
  CLOCK,
  REACTOR,
  type Command,
  type Loaded,
} from '../../../libs/domain';
import type { CommandRecord } from '../../../libs/ledger';

export const NOW = '2018-12-10T03:00:00.000Z';

/** What the ledger takes for one command. */
const LARGEST = 56 * 1024;

export type Office = {
  decide(command: Command): CommandRecord;
  record(id: string): CommandRecord | null;
};

export function createOffice(): Office {
  const streams = new Map<string, Loaded<unknown>>();
  const records = new Map<string, CommandRecord>();

  function decide(command: Command): CommandRecord {
    refuseTooLarge(command);
    const decider = deciderOf(command.stream);
    const loaded = streams.get(command.stream) ?? { state: decider.initial, version: 0 };
    const decision = decider.decide(loaded.state, command);
    streams.set(command.stream, foldAll(decider, [{ command, decision }], loaded));
    const record = decidedRecord(command, decision, loaded.version);
    records.set(command.id, record);
    if (decision.ok) {
      for (const [at, event] of decision.events.entries()) reactTo(command, at, event);
    }
    return record;
  }

  function decidedRecord(
    { id, stream, type, receivedAt, effectiveAt }: Command,
    decision: ReturnType<ReturnType<typeof deciderOf>['decide']>,
    version: number,
  ): CommandRecord {
    return {
      ...{ id, stream, type, receivedAt, effectiveAt },
      status: 'decided',
      outcome: {
        accepted: decision.ok,
        ...(decision.ok ? {} : { rejection: decision.rejection }),
        seq: records.size + 1,
        version: version + 1,
        events: decision.ok ? decision.events.map((event) => event.type) : [],
        decidedAt: NOW,
      },
    };
  }

  function reactTo(command: Command, at: number, event: { type: string; data: unknown }): void {
    const { stream } = command;
    const seen = { ...stamp(event, command), id: `${command.id}.${at}`, stream };
    for (const [index, asked] of react(seen as Parameters<typeof react>[0]).entries()) {
      const id = `${seen.id}.${index}`;
      decide({ ...asked, id, actor: REACTOR, receivedAt: NOW, effectiveAt: NOW });
    }
  }

  const office = { decide, record: (id: string) => records.get(id) ?? null };
  office.decide(opening('2018'));
  office.decide(opening('2017'));
  office.decide({
    ...opening('2017'),
    id: 'close-2017',
    type: 'CloseRound',
    data: { reason: 'hết kỳ' },
  });
  return office;
}

function refuseTooLarge({ data }: Command): void {
  if (Buffer.byteLength(JSON.stringify(data), 'utf8') <= LARGEST) return;
  throw Object.assign(new Error('too large'), { code: 'entry.too-large' });
}

/** A round of two units that is open: `d-abc~report~2018`; and one that is closed: 2017. */
function opening(period: string): Command {
  const at = `${period}-11-18T01:00:00.000Z`;
  return {
    id: `open-${period}`,
    stream: `directive/d-abc/round/report/${period}/0`,
    type: 'OpenRound',
    actor: period === '2018' ? REACTOR : { ...CLOCK, id: 'reactor' },
    receivedAt: at,
    effectiveAt: at,
    data: {
      heading: {
        directive: 'd-abc',
        symbol: '04/CT-UBND',
        issuer: 'ubnd-thanh-hoa',
        duty: 'report',
        dutyKind: 'periodicReport',
        title: { vi: 'Báo cáo', en: 'Report' },
        period: {
          id: period,
          label: { vi: period, en: period },
          from: null,
          to: null,
          closing: null,
        },
        to: ['bcd-138'],
        via: null,
        standingBody: 'bcd-138',
        acceptance: 'byReceiver',
      },
      shard: 0,
      units: [
        { unit: 'nga-son', superior: 'ubnd-thanh-hoa' },
        { unit: 'tho-xuan', superior: 'ubnd-thanh-hoa' },
      ],
      schedule: {
        dueAt: `${period}-12-18T10:00:00.000Z`,
        provisional: false,
        derivation: [],
        rungs: [],
        calendarVersion: 'vietnam@1',
        policies: [],
      },
      late: false,
    },
  };
}
