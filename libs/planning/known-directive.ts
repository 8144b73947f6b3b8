/**
 * Whether the directive that a commendation or a result of recognition names was ever registered: neither stands under one
 * that nobody can open.
 */
import { directiveStream, kindOfStream, type DirectiveState } from '../domain';
import { stateOf, type Asking } from './question';

/** All carry the directive as `directive`, null where there is none. */
const NAMING: readonly string[] = [
  'NominateForCommendation',
  'RecordAwards',
  'RecordRecognitionResult',
  'SetRecognitionTarget',
];

/** Undefined for every other command, and for one that names no directive. */
export function* isDirectiveKnown({
  type,
  data,
}: {
  readonly type: string;
  readonly data: unknown;
}): Asking<boolean | undefined> {
  if (!NAMING.includes(type)) return undefined;
  const { directive } = data as { readonly directive: string | null };
  if (directive === null) return undefined;
  const stream = directiveStream(directive);
  if (kindOfStream(stream) !== 'directive') return false;
  return (yield* stateOf<DirectiveState>(stream)).draft !== null;
}
