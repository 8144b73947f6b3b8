/**
 * Deliberate changes to the order of the runner's steps, made in the text of the built bundle: controls that show that
 * a replay notices. Each text must occur once, so that a control cannot quietly lose its bite.
 */
/** `other steps`: Temporal's nondeterminism error; `stuck`: the answer of one step was given to another. */
export type Verdict = 'the same steps' | 'other steps' | 'stuck';

export type Alteration = {
  readonly name: string;
  readonly verdict: Verdict;
  readonly from: string;
  readonly to: string;
};

export const ALTERATIONS: readonly Alteration[] = [
  {
    name: 'a run that looks into its tray before it loads',
    verdict: 'stuck',
    from: 'const loaded = await load({ stream });',
    to: 'await take({ stream }); const loaded = await load({ stream });',
  },
  {
    name: 'a run that loads again where it should take',
    verdict: 'other steps',
    from: 'tray = await take({ stream });',
    to: 'tray = await load({ stream });',
  },
  {
    name: 'a run that never arms its timer',
    verdict: 'other steps',
    from: "if (loaded.clock === 'wall')",
    to: "if (loaded.clock === 'none')",
  },
  {
    name: 'a run that ends without a quiet moment',
    verdict: 'stuck',
    from: 'if (!(await (0, workflow_1.condition)(() => woken, QUIET)))',
    to: 'if (true)',
  },
  {
    name: 'a run that never continues as new',
    verdict: 'other steps',
    from: 'if (leaving)',
    to: 'if (false)',
  },
];

export function altered(code: string, { name, from, to }: Alteration): string {
  const parts = code.split(from);
  if (parts.length !== 2) throw new Error(`${parts.length - 1} places for: ${name}`);
  return parts.join(to);
}
