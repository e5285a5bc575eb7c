import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const SAMPLE_EVERY = 30;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent, command }];
      } catch {
        return [];
      }
    });
}

/** Renderer processes of the browser that runs on a profile folder. */
function renderersOf(profile: string): number[] {
  const all = processes();
  const family = new Set(
    all.filter(({ command }) => command.includes(`--user-data-dir=${profile}`)).map(({ pid }) => pid),
  );
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all
    .filter(({ pid, command }) => family.has(pid) && command.includes('--type=renderer'))
    .map(({ pid }) => pid);
}

function residentBytes(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return undefined;
  }
}

/**
 * Samples the resident memory of every renderer of a browser while something runs. The answer is the largest growth of
 * one renderer over what it had before, in MB.
 */
export function sampleRenderers(profile: string): { stop(): number } {
  const before = new Map<number, number>();
  const peak = new Map<number, number>();
  for (const pid of renderersOf(profile)) before.set(pid, residentBytes(pid) ?? 0);
  const sample = (): void => {
    for (const pid of before.keys()) {
      const resident = residentBytes(pid);
      if (resident !== undefined) peak.set(pid, Math.max(peak.get(pid) ?? 0, resident));
    }
  };
  const timer = setInterval(sample, SAMPLE_EVERY);
  return {
    stop() {
      clearInterval(timer);
      sample();
      const growth = [...before].map(([pid, start]) => (peak.get(pid) ?? start) - start);
      return Math.max(0, ...growth) / 1e6;
    },
  };
}
