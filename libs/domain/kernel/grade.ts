/**
 * How a value is known. *Not stated* (the text is silent), *not in copy* (our copy lost it), *inferred*, *assumed*
 * and *decided by a person* are different and are shown as such; nothing is ever filled in silently.
 */
import type { Actor } from './command';
import type { Instant } from './instant';

export type Grade = 'stated' | 'notStated' | 'notInCopy' | 'inferred' | 'assumed' | 'decided';

export type Graded<T> =
  | {
      readonly grade: 'stated';
      readonly value: T;
      readonly quote: string;
      readonly place: string;
      readonly source?: string;
    }
  | { readonly grade: 'notStated'; readonly note?: string }
  | { readonly grade: 'notInCopy'; readonly note?: string }
  | { readonly grade: 'inferred'; readonly value: T; readonly reason: string }
  | { readonly grade: 'assumed'; readonly value: T; readonly reason: string }
  | {
      readonly grade: 'decided';
      readonly value: T;
      readonly by: Actor;
      readonly at: Instant;
      readonly reason: string;
    };

/** The value, when there is one by whatever grade; undefined when not stated or not in copy. */
export function valueOf<T>(graded: Graded<T>): T | undefined {
  return 'value' in graded ? graded.value : undefined;
}
