/** docker-compose.yml as data, with its variables filled in as Compose does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const ROOT = join(__dirname, '..', '..');

export type ComposeService = {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: { readonly [name: string]: string };
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly depends_on?: { readonly [service: string]: { readonly condition: string } };
  readonly healthcheck?: { readonly test: readonly string[] };
};

export type ComposeFile = {
  readonly services: { readonly [name: string]: ComposeService };
  readonly volumes: { readonly [name: string]: object };
  readonly configs: { readonly [name: string]: { readonly file: string } };
};

/** The apps that are processes of the system; each has a container of its own. */
export const APPS = [
  'api',
  'worker',
  'relay',
  'projector',
  'reactor',
  'notifier',
  'checkpointer',
] as const;

/** What `.env` would hold: a password for each part and role. */
export const SECRETS = Object.fromEntries(
  [
    'POSTGRES_PASSWORD',
    'TEMPORAL_POSTGRES_PASSWORD',
    ...['API', 'WORKER', 'RELAY', 'PROJECTOR', 'REACTOR', 'NOTIFIER', 'CHECKPOINTER'].map(
      (it) => `DONDOC_PASSWORD_${it}`,
    ),
  ].map((name) => [name, `ours-for-${name.toLowerCase()}`]),
);

/** @param env what `.env` would hold; a variable marked `:?` that is missing refuses */
export function composeFile(env: { readonly [name: string]: string }): ComposeFile {
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  return parse(withVariables(text, env), { merge: true }) as ComposeFile;
}

function withVariables(text: string, env: { readonly [name: string]: string }): string {
  const filled = text.replace(
    /\$\{(\w+)(?::([?-])([^}]*))?\}/g,
    (_, name: string, kind: string | undefined, rest: string | undefined) => {
      const value = env[name];
      if (value !== undefined && value !== '') return value;
      if (kind === '-') return rest ?? '';
      throw new Error(`${name} is not set: ${rest ?? ''}`);
    },
  );
  return filled.replaceAll('$$', '$');
}
