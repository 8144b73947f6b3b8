/** `.env.example` as text, from the table of variables: a test compares it with the committed file. */
import { variables } from './variables';

export function envExample(): string {
  const entries = Object.values(variables).map(
    ({ name, about, example }: { name: string; about: string; example?: string }) =>
      `# ${about}\n#${name}=${quoted(example ?? '')}\n`,
  );
  return `# Generated from libs/service/variables.ts by npm run generate: do not edit.\n# Copy it to .env and uncomment what you set: what is not set has its default, or is provisioned by npm start.\n\n${entries.join('\n')}`;
}

function quoted(value: string): string {
  return /^[\w@:/.,-]*$/.test(value) ? value : `"${value}"`;
}
