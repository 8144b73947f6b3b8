/** Lines of the summary fit a screen of 100 columns. */
const WIDTH = 100;

export function cut(line: string, width = WIDTH): string {
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}
