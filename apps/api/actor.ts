/**
 * Who acts. A drill takes the actor from a header (`X-Dondoc-Actor: id;role;unit`); a live system knows nobody yet, so
 * every write is refused there. The system's own role is never taken from outside.
 */
import {
  CanActivate,
  Inject,
  Injectable,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { refusal, refuseUnknown, refuseWithout } from '../../libs/commands';
import { personSchema, PERSONS, type Right } from '../../libs/contracts';
import type { Actor } from '../../libs/domain';
import { SETTINGS, type DoorSettings } from './ports';

const RIGHT = 'dondoc:right';
const READS = 'dondoc:reads';

/** The right that a writing handler asks for. */
export const Needs = (right: Right) => SetMetadata(RIGHT, right);

/** What an answer changes with: pages with the read model, and its ETag says so. */
export type ReadFrom = 'readModel' | 'elsewhere';

/** A handler that changes nothing; one without either mark is refused to everybody. */
export const ReadsOnly = (from: ReadFrom = 'readModel') => SetMetadata(READS, from);

export const MARKS = { right: RIGHT, reads: READS } as const;

export type WithActor = FastifyRequest & { actor?: Actor };

@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: DoorSettings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (this.reflector.get<ReadFrom | undefined>(READS, handler)) return true;
    const right = this.reflector.get<Right | undefined>(RIGHT, handler);
    if (right === undefined) throw refusal('internal');
    refuseUnknown(this.settings.mode);
    const request = context.switchToHttp().getRequest<WithActor>();
    const actor = actorOf(request.headers['x-dondoc-actor']);
    refuseWithout(right, actor);
    request.actor = actor;
    return true;
  }
}

export function actorOf(header: string | string[] | undefined): Actor {
  if (header === undefined || header === '') throw refusal('actor.missing');
  const [id, role, unit, ...more] = String(header).split(';');
  const actor = personSchema.safeParse({ id, role, unit: unit === '' ? null : unit });
  if (!actor.success || more.length > 0) throw refusal('actor.malformed', { roles: PERSONS });
  return actor.data;
}
