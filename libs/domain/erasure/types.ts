/**
 * That a personal value was erased, by whom and why. The event is what erases: whoever follows it removes value and salt, as
 * often as it comes; the token stays where it stands, and no hash changes (Law 91/2025/QH15 on personal data).
 */
import type { Command, Event } from '../kernel';

/** A directive that names the value and on which holds stand, by number. */
export type HeldDirective = {
  readonly directive: string;
  readonly symbol: string | null;
  readonly holds: readonly number[];
};

/** What the way in attaches; absent while no hold stands against it. */
export type ErasurePlan = { readonly holds?: readonly HeldDirective[] };

export type ErasureState = {
  readonly erased: { readonly [token: string]: true };
};

export type ErasureCommand =
  | Command<'ErasePersonalValue', { token: string; reason: string }>
  | Command<'WakeUp', Record<string, never>>;

export type ErasureEvent = Event<'PersonalValueErased', { token: string; reason: string }>;
