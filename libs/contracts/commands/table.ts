/** The commands of the whole product as one table, exhaustive over the domain's commands (checked by the compiler). */
import { COMMENDATION_COMMANDS } from './commendation';
import { DIRECTIVE_COMMANDS } from './directive';
import { KEEPING_COMMANDS } from './keeping';
import { LATER_INSTRUMENT_COMMANDS } from './later-instrument';
import { RECOGNITION_COMMANDS } from './recognition';
import { REFERENCE_COMMANDS } from './reference';
import { REVIEW_COMMANDS } from './review';
import { REORGANISATION_COMMANDS } from './reorganisation';
import { ROUND_COMMANDS } from './round';
import { markedPaths, type Mark, type MarkedPath } from '../marked-paths';
import type { CommandRow, CommandType, PublicCommand } from './row';

export const COMMANDS: { readonly [T in CommandType]: CommandRow } = {
  ...DIRECTIVE_COMMANDS,
  ...LATER_INSTRUMENT_COMMANDS,
  ...KEEPING_COMMANDS,
  ...ROUND_COMMANDS,
  ...REVIEW_COMMANDS,
  ...REFERENCE_COMMANDS,
  ...REORGANISATION_COMMANDS,
  ...RECOGNITION_COMMANDS,
  ...COMMENDATION_COMMANDS,
};

/** Those that have a door. */
export const PUBLIC_COMMANDS: readonly PublicCommand[] = Object.values(COMMANDS).filter(
  (row): row is PublicCommand => !row.internal,
);

export function publicCommand(type: string): PublicCommand | undefined {
  return PUBLIC_COMMANDS.find((row) => row.type === type);
}

const marked = (mark: Mark): Readonly<Record<string, readonly MarkedPath[]>> =>
  Object.fromEntries(PUBLIC_COMMANDS.map((row) => [row.type, markedPaths(row.body, mark)]));

/** By command: where its data hold personal values, which the way in replaces by tokens before anything is logged. */
export const PERSONAL_PATHS = marked('personal');

/** By command: where its data name contents by hash, which must be in the content store. */
export const CONTENT_PATHS = marked('content');

/** Where it describes a file of the content store. */
export const FILE_PATHS = marked('file');

/** By command: where its data name personal values by token, which must have been kept. */
export const TOKEN_PATHS = marked('token');
