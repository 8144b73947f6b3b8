/** JSON as it may stand in state, commands and events: no Map, Set, Date, class or `undefined`. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Text shown to people, in Vietnamese (authoritative) and English. */
export type Text = { readonly vi: string; readonly en: string };
