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
import { mayAsk, PERSONS, rolesOf, type Right } from '../../libs/contracts';
import type { Actor, Role } from '../../libs/domain';
import { SETTINGS, type DoorSettings } from './ports';
import { refusal } from './refusal';

const RIGHT = 'dondoc:right';
const READS = 'dondoc:reads';

/** The right that a writing handler asks for. */
export const Needs = (right: Right) => SetMetadata(RIGHT, right);

/** A handler that changes nothing; one without either mark is refused to everybody. */
export const ReadsOnly = () => SetMetadata(READS, true);

export const MARKS = { right: RIGHT, reads: READS } as const;

const ACTOR = /^([A-Za-z0-9][A-Za-z0-9._-]{0,63});([A-Za-z]+);([A-Za-z0-9-]{0,64})$/;

export type WithActor = FastifyRequest & { actor?: Actor };

@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: DoorSettings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(READS, handler)) return true;
    const right = this.reflector.get<Right | undefined>(RIGHT, handler);
    if (right === undefined) throw refusal('internal');
    if (this.settings.mode === 'live') throw refusal('identity.none-yet');
    const request = context.switchToHttp().getRequest<WithActor>();
    const actor = actorOf(request.headers['x-dondoc-actor']);
    if (!mayAsk(actor.role, right)) {
      throw refusal('right.missing', { role: actor.role, right, roles: rolesOf(right) });
    }
    request.actor = actor;
    return true;
  }
}

export function actorOf(header: string | string[] | undefined): Actor {
  if (header === undefined || header === '') throw refusal('actor.missing');
  const match = typeof header === 'string' ? ACTOR.exec(header) : null;
  const role = PERSONS.find((it: Role) => it === match?.[2]);
  if (!match || role === undefined) throw refusal('actor.malformed', { roles: PERSONS });
  return { id: match[1]!, role, unit: match[3] || null };
}
