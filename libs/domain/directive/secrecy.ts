/**
 * A networked system keeps no state secrets (Law 29/2018; Law 117/2025 from 01/03/2026): a secret draft is refused, and
 * a door asks here first, because what a decider refuses is recorded with all its words, for ever.
 */
import { refuse, type Refusal } from '../refusals';

export function refuseSecret(secrecy: unknown): Refusal | null {
  if (secrecy === 'none' || secrecy === undefined) return null;
  return refuse('directive.secret', { secrecy: String(secrecy) });
}

/** The refusal of a command whose words must not even be logged; null when it may be taken. */
export function refuseToKeep(type: string, data: unknown): Refusal | null {
  const given = data as { draft?: Draft; changes?: Draft } | null;
  if (type === 'RegisterDirective') return refuseSecret(given?.draft?.secrecy);
  if (type === 'AmendDraft') return refuseSecret(given?.changes?.secrecy);
  return null;
}

type Draft = { readonly secrecy?: unknown };
