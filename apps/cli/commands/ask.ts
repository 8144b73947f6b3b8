/** `dondoc ask COMMAND`: any command of the table, from its address and a JSON body. */
import { publicCommand, PUBLIC_COMMANDS } from '../../../libs/contracts';
import { cliError, EXIT } from '../client';
import { actorFor, type Context } from '../context';
import { readJson } from './directive';
import { printReceipt } from './receipt';

export type AskOptions = { readonly data?: string };

export async function ask(
  context: Context,
  [type, parameters]: readonly [string, readonly string[]],
  options: AskOptions,
): Promise<void> {
  const { client, key } = context;
  const row = publicCommand(type);
  if (row === undefined) {
    throw cliError(EXIT.usage, `${type}: ${PUBLIC_COMMANDS.map((it) => it.type).join(', ')}`);
  }
  const given = new Map(parameters.map((it) => it.split(/=(.*)/s).slice(0, 2) as [string, string]));
  const path = row.route.slice('POST '.length).replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = given.get(name);
    if (value === undefined) throw cliError(EXIT.usage, `${row.route}: ${name}=…`);
    return encodeURIComponent(value);
  });
  const body = options.data === undefined ? {} : readJson(options.data);
  printReceipt(context, await client.ask(path, { body, actor: actorFor(context, 'clerk'), key }));
}

/** One line per command, from the table. */
export function commandHelp(): string {
  const lines = PUBLIC_COMMANDS.map(
    (it) =>
      `  ${it.type.padEnd(24)} ${it.summary.vi} · ${it.summary.en}\n${' '.repeat(27)}${it.route}`,
  );
  return `\n${lines.join('\n')}\n`;
}
