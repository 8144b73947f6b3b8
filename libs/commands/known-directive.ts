/**
 * Whether the directive that a commendation or a result of recognition names was ever registered: neither stands under one
 * that nobody can open.
 */
import { directiveStream, kindOfStream, type DirectiveState } from '../domain';

/** All carry the directive as `directive`, null where there is none. */
const NAMING: readonly string[] = [
  'NominateForCommendation',
  'RecordAwards',
  'RecordRecognitionResult',
  'SetRecognitionTarget',
];

/** Undefined for every other command, and for one that names no directive. */
export async function isDirectiveKnown(
  { type, data }: { readonly type: string; readonly data: unknown },
  stateOf: (stream: string) => Promise<unknown>,
): Promise<boolean | undefined> {
  if (!NAMING.includes(type)) return undefined;
  const { directive } = data as { readonly directive: string | null };
  if (directive === null) return undefined;
  const stream = directiveStream(directive);
  if (kindOfStream(stream) !== 'directive') return false;
  return ((await stateOf(stream)) as DirectiveState).draft !== null;
}
