/** The commands of the whole product as one table, exhaustive over the domain's commands (checked by the compiler). */
import { DIRECTIVE_COMMANDS } from './directive';
import { REFERENCE_COMMANDS } from './reference';
import { ROUND_COMMANDS } from './round';
import type { CommandRow, CommandType, PublicCommand } from './row';

export const COMMANDS: { readonly [T in CommandType]: CommandRow } = {
  ...DIRECTIVE_COMMANDS,
  ...ROUND_COMMANDS,
  ...REFERENCE_COMMANDS,
};

/** Those that have a door. */
export const PUBLIC_COMMANDS: readonly PublicCommand[] = Object.values(COMMANDS).filter(
  (row): row is PublicCommand => !row.internal,
);

export function publicCommand(type: string): PublicCommand | undefined {
  return PUBLIC_COMMANDS.find((row) => row.type === type);
}
