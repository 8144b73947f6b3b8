/**
 * Who reads what is recorded before the first byte leaves: the record is durable in the tray, or the reading is refused.
 * One record a request, however many values or files it answers with.
 */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessStream, officeDay, type Access, type Actor } from '../../libs/domain';
import { actorOf } from './actor';
import { COMMANDS_PORT, LEDGER_PORT, type CommandsPort, type LedgerPort } from './ports';

const DOOR: Actor = { id: 'api', role: 'system', unit: null };

/** What is read; what does not apply is left out. */
export type Reading = Pick<Access, 'what' | 'subject'> & Partial<Omit<Access, 'reader'>>;

@Injectable()
export class Accesses {
  constructor(
    @Inject(COMMANDS_PORT) private readonly commands: CommandsPort,
    @Inject(LEDGER_PORT) private readonly ledger: Pick<LedgerPort, 'now'>,
  ) {}

  /** Await it before answering: once it resolves the access is in the command log. */
  async record(request: Pick<FastifyRequest, 'headers'>, reading: Reading): Promise<void> {
    const none = { directive: null, range: null, values: null, reason: null };
    const data: Access = { ...none, ...reading, reader: readerOf(request) };
    await this.commands.submit({
      type: 'RecordAccess',
      stream: accessStream(officeDay(await this.ledger.now())),
      data,
      actor: DOOR,
      idempotencyKey: randomUUID(),
    });
  }
}

/** A reading door may be passed without a name; a name that is given must be one. */
function readerOf({ headers }: Pick<FastifyRequest, 'headers'>): Actor | null {
  const header = headers['x-dondoc-actor'];
  return header === undefined || header === '' ? null : actorOf(header);
}
