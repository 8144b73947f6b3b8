/** What the record says about a command on a year of recognition: whether the directive under which it is told exists. */
import { directiveStream, kindOfStream, type DirectiveState } from '../domain';
import type { Found } from '../planning';

const TELLING: readonly string[] = ['RecordRecognitionResult', 'SetRecognitionTarget'];

type Asked = { readonly type: string; readonly data: unknown };

export async function recognitionFacts(
  { type, data }: Asked,
  stateOf: (stream: string) => Promise<unknown>,
): Promise<Pick<Found, 'directiveKnown'>> {
  if (!TELLING.includes(type)) return {};
  const { directive } = data as { readonly directive: string | null };
  if (directive === null) return {};
  const stream = directiveStream(directive);
  if (kindOfStream(stream) !== 'directive') return { directiveKnown: false };
  return { directiveKnown: ((await stateOf(stream)) as DirectiveState).draft !== null };
}
