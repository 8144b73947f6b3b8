/** A command about recognition, as much of it as planning reads. */
import type { Actor, LocalDate } from '../domain';

export type RecognitionAsked = {
  readonly type: string;
  readonly stream: string;
  readonly data: {
    readonly date?: LocalDate;
    readonly unit?: string;
    readonly kind?: string;
    readonly to?: string;
    readonly met?: readonly string[];
    readonly notMet?: readonly { readonly unit: string }[];
    readonly noDossier?: readonly string[];
    readonly by?: { readonly value?: string };
    readonly units?: readonly { readonly unit: string; readonly kind: string }[];
    readonly standingBody?: string | null;
    readonly directive?: string | null;
  };
  readonly actor?: Actor;
};

/** What the way in found in the ledger of what such a command names. */
export type RecognitionFound = {
  /** Whether the directive that is named exists. Absent: none is named. */
  readonly directiveKnown?: boolean | undefined;
};
