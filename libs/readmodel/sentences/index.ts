/** What an entry says, as one sentence: made at reading from its data, so that wording may change and facts do not. */
import { COMMANDS, messageOf, unitsIn, type CommandType } from '../../contracts';
import type { Rejection, Text } from '../../domain';
import type { AnyEvent } from '../projected';
import { ACCESS_SENTENCES, HISTORIES_SENTENCES, LOSSES_SENTENCES } from './access-sentences';
import { BAR_SENTENCES, COMMENDATION_SENTENCES, ERASURE_SENTENCES } from './commendation-sentences';
import { DIRECTIVE_SENTENCES, SERIES_SENTENCES } from './directive-sentences';
import { ORG_SENTENCES, POLICY_SENTENCES } from './reference-sentences';
import { REVIEW_SENTENCES } from './review-sentences';
import { REORGANISATION_SENTENCES } from './reorganisation-sentences';
import { RECOGNITION_SENTENCES } from './recognition-sentences';
import { DELIVERY_SENTENCES, ROUND_SENTENCES } from './round-sentences';
import { put, type Names, type Sentences } from './say';

export type { Names } from './say';

export const SENTENCES: Sentences<AnyEvent> = {
  ...DIRECTIVE_SENTENCES,
  ...ROUND_SENTENCES,
  ...REVIEW_SENTENCES,
  ...SERIES_SENTENCES,
  ...ORG_SENTENCES,
  ...POLICY_SENTENCES,
  ...DELIVERY_SENTENCES,
  ...REORGANISATION_SENTENCES,
  ...RECOGNITION_SENTENCES,
  ...COMMENDATION_SENTENCES,
  ...BAR_SENTENCES,
  ...ERASURE_SENTENCES,
  ...ACCESS_SENTENCES,
  ...HISTORIES_SENTENCES,
  ...LOSSES_SENTENCES,
};

export type Line = {
  readonly kind: 'event' | 'refusal';
  readonly type: string;
  readonly data: unknown;
  readonly rejection: Rejection | null;
};

export function sentence({ kind, type, data, rejection }: Line, names: Names): Text {
  if (kind === 'refusal') {
    const { code = '', params = {} } = rejection ?? {};
    const named = Object.fromEntries(unitsIn(params).map((unit) => [unit, names(unit)]));
    const { title } = messageOf(code, params, named);
    const asked = Object.hasOwn(COMMANDS, type) ? COMMANDS[type as CommandType].summary : type;
    return put('Từ chối “{}”: {}', '“{}” was refused: {}', asked, title);
  }
  const say = (SENTENCES as { [type: string]: ((data: never, names: Names) => Text) | undefined })[
    type
  ];
  return say ? say(data as never, names) : { vi: type, en: type };
}
