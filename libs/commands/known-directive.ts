/** Whether the directive that a commendation names was ever registered: it must not stand under one that nobody can open. */
import {
  directiveStream,
  kindOfStream,
  type DirectiveState,
  type Nomination,
  type ReportedAwards,
} from '../domain';

/** Both carry the directive as `directive`, null where there is none. */
const NAMING: readonly string[] = ['NominateForCommendation', 'RecordAwards'];

/** Undefined for every other command, and for one that names no directive. */
export async function isDirectiveKnown(
  { type, data }: { readonly type: string; readonly data: unknown },
  stateOf: (stream: string) => Promise<unknown>,
): Promise<boolean | undefined> {
  if (!NAMING.includes(type)) return undefined;
  const { directive } = data as Pick<Nomination | ReportedAwards, 'directive'>;
  if (directive === null) return undefined;
  const stream = directiveStream(directive);
  if (kindOfStream(stream) !== 'directive') return false;
  return ((await stateOf(stream)) as DirectiveState).draft !== null;
}
