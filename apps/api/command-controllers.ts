/** Controllers made from the table of commands: a row is a route, its schemas, its right and its page in the docs. */
import { Body, Controller, Inject, Param, Post, Req, Res, type Type } from '@nestjs/common';
import {
  ApiHeader,
  ApiOperation,
  ApiResponse,
  ApiTags,
  type ApiResponseSchemaHost,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  openApiSchema,
  problemSchema,
  PUBLIC_COMMANDS,
  receiptSchema,
  type PublicCommand,
  type Receipt,
} from '../../libs/contracts';
import { Needs, type WithActor } from './actor';
import { Door, idempotencyKeyOf } from './door';

const RECEIPT = openApiSchema(receiptSchema) as ApiResponseSchemaHost['schema'];
const PROBLEM = openApiSchema(problemSchema) as ApiResponseSchemaHost['schema'];

type Handler = (
  this: { door: Door },
  params: Record<string, string | number>,
  body: unknown,
  request: WithActor,
  reply: FastifyReply,
) => Promise<Receipt>;

/** One controller per first part of the path: directives, obligations, rounds, units, policies, calendars. */
export function commandControllers(): Type[] {
  const groups = new Map<string, PublicCommand[]>();
  for (const row of PUBLIC_COMMANDS) {
    const group = pathOf(row).split('/')[2]!;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([group, rows]) => controllerOf(group, rows));
}

function controllerOf(group: string, rows: readonly PublicCommand[]): Type {
  class CommandController {
    constructor(readonly door: Door) {}
  }
  Object.defineProperty(CommandController, 'name', { value: `${group}Commands` });
  Inject(Door)(CommandController, undefined, 0);
  for (const row of rows) addHandler(CommandController, row);
  ApiTags(group)(CommandController);
  Controller()(CommandController);
  return CommandController;
}

function addHandler(controller: Type, row: PublicCommand): void {
  const name = row.type;
  const prototype = controller.prototype as Record<string, unknown>;
  prototype[name] = handlerOf(row);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  Reflect.defineMetadata('design:paramtypes', [Object, Object, Object, Object], prototype, name);
  Param({ schema: row.params })(prototype, name, 0);
  Body({ schema: row.body })(prototype, name, 1);
  Req()(prototype, name, 2);
  Res({ passthrough: true })(prototype, name, 3);
  const decorators = [
    Post(pathOf(row).replaceAll(/\{(\w+)\}/g, ':$1')),
    Needs(row.right),
    ...documentation(row),
  ];
  for (const decorate of decorators) decorate(prototype, name, descriptor);
}

function handlerOf(row: PublicCommand): Handler {
  const ask: Handler = async function (params, body, request, reply) {
    const idempotencyKey = idempotencyKeyOf(request.headers['idempotency-key']);
    void reply.header('idempotency-key', idempotencyKey);
    const asking = { row, params, body, actor: request.actor!, idempotencyKey };
    const receipt = await this.door.ask(asking);
    if (receipt.status === 'waiting') {
      void reply.code(202).header('location', `/v1/commands/${receipt.commandId}`);
    } else if (row.type === 'RegisterDirective') {
      void reply.code(201).header('location', receipt.resource);
    } else {
      void reply.code(200);
    }
    return receipt;
  };
  // The documentation finds a handler's schemas by the function's own name.
  return Object.defineProperty(ask, 'name', { value: row.type });
}

function documentation(row: PublicCommand): MethodDecorator[] {
  const refusals = [400, 401, 403, 404, 409, 413, 415, 422];
  return [
    ApiOperation({
      operationId: row.type,
      summary: `${row.summary.vi} · ${row.summary.en}`,
      description: `Quyền · right: ${row.right}`,
    }),
    ApiHeader({ name: 'X-Dondoc-Actor', description: 'id;role;unit (drill only)' }),
    ApiHeader({ name: 'Idempotency-Key', description: 'generated and returned when absent' }),
    ApiResponse({
      status: row.type === 'RegisterDirective' ? 201 : 200,
      description: 'decided',
      schema: RECEIPT,
    }),
    ApiResponse({ status: 202, description: 'durable, not decided yet', schema: RECEIPT }),
    ...refusals.map((status) => ApiResponse({ status, description: 'problem', schema: PROBLEM })),
  ];
}

function pathOf(row: PublicCommand): string {
  return row.route.slice('POST '.length);
}
