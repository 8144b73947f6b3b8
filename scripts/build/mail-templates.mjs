/**
 * Compiles every `*.mjml` of the apps to an `.html` beside the compiled code: `apps/notifier/x.mjml` becomes
 * `dist/apps/notifier/x.html`. A template with a fault refuses the build.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, root } from '../bootstrap.mjs';

export async function compileMailTemplates() {
  if (!existsSync(join(root, 'apps'))) return 'none';
  const templates = filesIn('apps').filter((it) => it.endsWith('.mjml'));
  if (templates.length === 0) return 'none';
  const { default: mjml } = await import('mjml');
  for (const file of templates) {
    const { html, errors } = await mjml(readFileSync(join(root, file), 'utf8'), {
      filePath: join(root, file),
      validationLevel: 'strict',
    });
    if (errors.length > 0) throw new Error(`${file}: ${errors[0].formattedMessage}`);
    const target = join(root, 'dist', file.replace(/\.mjml$/, '.html'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, html);
  }
  return `${templates.length} compiled`;
}
