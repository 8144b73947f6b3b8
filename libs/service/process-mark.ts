/**
 * What the system knows of a process: whether it lives and when it was born. A pid alone proves nothing, since it is
 * used again; pid and birth together name one process.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type ProcessMark = { readonly pid: number; readonly born: string };

/** The mark of a living process; null when there is none with that pid. */
export function markOf(pid: number): ProcessMark | null {
  const born = bornAt(pid);
  return born === null ? null : { pid, born };
}

/** Whether exactly this process still lives. */
export function lives(mark: ProcessMark): boolean {
  return bornAt(mark.pid) === mark.born;
}

function bornAt(pid: number): string | null {
  try {
    if (process.platform === 'linux') return bornOnLinux(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    const shown = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return shown.trim() || null;
  } catch {
    return null;
  }
}

/** Field 22 of /proc/PID/stat, counted behind the name, which may hold anything; a zombie lives no more. */
function bornOnLinux(stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}
