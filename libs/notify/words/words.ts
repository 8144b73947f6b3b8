/** What each language must be able to say about a notice: one function per kind, so that no kind is left unsaid. */
import { parseRoundStream, roundId } from '../../domain';
import type {
  ComingRung,
  Due,
  InheritedItem,
  Moment,
  Notice,
  NoticeBody,
  NoticeKind,
  RoundFacts,
} from '../notice';

export type NoticeOf<K extends NoticeKind> = Notice & {
  readonly body: Extract<NoticeBody, { kind: K }>;
};

export type PerKind = { readonly [K in NoticeKind]: (notice: NoticeOf<K>) => string };

export type Labels = {
  readonly task: string;
  readonly document: string;
  readonly abstract: string;
  readonly due: string;
  readonly previousDue: string;
  readonly to: string;
  readonly via: string;
  readonly standingBody: string;
  readonly reason: string;
  readonly note: string;
  readonly obligation: string;
  readonly letter: string;
  readonly round: string;
  readonly units: string;
  readonly inherited: string;
  readonly givenBack: string;
  readonly former: string;
  readonly why: string;
  readonly next: string;
  readonly answer: string;
};

export type Words = {
  readonly subjectTag: string;
  readonly drillTag: string;
  readonly drillBanner: string;
  readonly labels: Labels;
  /** "Báo cáo năm 2018 về Chỉ thị 04/CT-UBND" */
  readonly what: (round: RoundFacts) => string;
  readonly document: (round: RoundFacts) => string;
  readonly due: (due: Due) => string;
  readonly moment: (moment: Moment) => string;
  /** What has happened, in few words, in front of what it is about. */
  readonly headline: PerKind;
  readonly lead: PerKind;
  /** One obligation of a list of those taken over. */
  readonly inherited: (item: InheritedItem) => string;
  readonly coming: (rung: ComingRung) => string;
  readonly answer: (notice: Notice) => string;
  readonly greeting: (unitName: string) => string;
  readonly several: (count: number, first: string) => string;
  readonly subjectDue: (due: Due) => string;
  readonly footer: readonly string[];
};

/** The round as the API and the command line know it. */
export function roundCode({ stream }: RoundFacts): string {
  const shard = parseRoundStream(stream);
  return shard ? roundId(shard.directive, shard.duty, shard.period) : stream;
}

/** Calls the function of the notice's own kind. */
export function say(table: PerKind, notice: Notice): string {
  return (table[notice.body.kind] as (notice: Notice) => string)(notice);
}
