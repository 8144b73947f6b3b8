/**
 * What a message is made of, as plain data: notices taken from entries, waiting to be composed into one message per
 * recipient and instant. A notice holds reasons, never sentences; names are those valid on the day of the entry.
 */
import type { Audience, DerivationStep, Instant, LocalDate, RungKind, Text } from '../domain';

export type Language = 'vi' | 'en';

/** A local moment of the deployment's zone: `2018-12-18`, `17:00`. */
export type Moment = { readonly date: LocalDate; readonly time: string };

/** The round a notice speaks of, in words fit for somebody who has never heard of it. */
export type RoundFacts = {
  readonly stream: string;
  readonly directive: {
    readonly symbol: string;
    readonly date: LocalDate | null;
    readonly issuer: Text;
    /** Trích yếu; null when not stated or not in our copy. */
    readonly abstract: string | null;
  };
  readonly dutyKind: string;
  readonly title: Text;
  readonly period: Text | null;
  readonly to: readonly Text[];
  readonly via: Text | null;
  readonly standingBody: Text;
};

export type Due = Moment & {
  readonly provisional: boolean;
  readonly derivation: readonly DerivationStep[];
};

/** A rung still to come if nothing is done. */
export type ComingRung = Moment & { readonly kind: RungKind; readonly audience: Audience };

/** Working days to the due time: positive before it, negative after it; 0 on the due day. */
export type DaysLeft = number;

/** One obligation taken over: from whom, under which id, by when. */
export type InheritedItem = {
  readonly from: Text;
  readonly obligation: string;
  readonly due: Moment | null;
};

export type NoticeBody =
  | { readonly kind: 'opened'; readonly late: boolean }
  /** What a unit takes over from others that have ended, or gets back when that is undone. */
  | {
      readonly kind: 'inherited';
      readonly back: boolean;
      readonly title: string;
      readonly on: LocalDate;
      readonly source: string;
      readonly decided: string | null;
      readonly items: readonly InheritedItem[];
    }
  | {
      /** A change set is undone: what the unit had taken over is owed by others again. */
      readonly kind: 'givenBack';
      readonly title: string;
      readonly decided: string | null;
      readonly items: readonly InheritedItem[];
    }
  | { readonly kind: 'reminder'; readonly daysLeft: DaysLeft; readonly overdue: boolean }
  | { readonly kind: 'letterDraft'; readonly letter: string; readonly units: readonly Text[] }
  | {
      readonly kind: 'letterIssued';
      readonly number: string;
      readonly date: LocalDate;
      readonly signer: string;
    }
  | {
      readonly kind: 'escalation';
      readonly to: Audience;
      readonly daysLeft: DaysLeft;
      readonly units: readonly Text[];
    }
  | { readonly kind: 'explanation'; readonly daysLeft: DaysLeft }
  | { readonly kind: 'returned'; readonly reason: string }
  | {
      readonly kind: 'accepted';
      readonly submittedAt: Moment;
      readonly inTime: boolean;
      readonly note: string | null;
    }
  | { readonly kind: 'extensionGranted'; readonly previous: Moment; readonly reason: string }
  | { readonly kind: 'extensionDenied'; readonly reason: string }
  | { readonly kind: 'extensionCountered'; readonly date: LocalDate; readonly reason: string }
  | { readonly kind: 'suspended'; readonly reason: string }
  | { readonly kind: 'resumed'; readonly reason: string; readonly newDue: boolean }
  | { readonly kind: 'cancelled'; readonly reason: string };

export type NoticeKind = NoticeBody['kind'];

export type Notice = {
  /** `round-opened`, `T-7`, `returned` …: how the delivery stream calls it. */
  readonly about: string;
  /** Id of the ledger entry that caused it. */
  readonly entry: string;
  readonly instant: Instant;
  /** The unit it is addressed to; of an obligation the name it has in the round, whoever owes it now. */
  readonly unit: string;
  readonly unitName: Text;
  /** Who owed it at the opening, when another unit has taken it over since. */
  readonly former?: Text;
  /** The unit's own item in the round; null when the notice is about others' items. */
  readonly obligation: string | null;
  readonly round: RoundFacts;
  readonly due: Due | null;
  readonly coming: readonly ComingRung[];
  readonly body: NoticeBody;
};
