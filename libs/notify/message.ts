/** A composed message before it is rendered: everything in it is text of one language, not yet escaped. */
import type { Language } from './notice';

export type Fact = { readonly label: string; readonly value: string; readonly strong?: boolean };

export type Section = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly list: readonly string[];
  readonly listTitle: string | null;
  /** Why the date is what it is. */
  readonly why: { readonly title: string; readonly text: string } | null;
  readonly next: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly answer: { readonly title: string; readonly text: string } | null;
};

export type MessageView = {
  readonly language: Language;
  readonly subject: string;
  /** Present in a drill: no reader may take it for a real order. */
  readonly drill: string | null;
  readonly preheader: string;
  readonly greeting: string;
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
};

export type Rendered = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};
