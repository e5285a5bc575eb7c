import { cpus } from 'node:os';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which a share of the values lies; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const rounded = (value: number): string =>
  value.toFixed(Math.abs(value) < 0.1 ? 4 : Math.abs(value) < 10 ? 2 : 0);

/** Median with its range: `3.21 (2.90 to 4.05, 5)`. */
export function spread(values: readonly number[]): string {
  if (values.length === 0) return 'not measured';
  return `${rounded(median(values))} (${rounded(Math.min(...values))} to ${rounded(Math.max(...values))}, ${values.length})`;
}

/** Ratios of two interleaved series, pair by pair. */
export const ratios = (ours: readonly number[], reference: readonly number[]): number[] =>
  ours.map((value, index) => value / reference[index]!);

/** Prints one block of a report. Benchmarks report; they never fail on a time. */
export function report(title: string, lines: Readonly<Record<string, string>>): void {
  const width = Math.max(...Object.keys(lines).map((name) => name.length));
  const rows = Object.entries(lines).map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  console.log([`\n${title} (${cpus().length} cores, ${cpus()[0]?.model ?? ''})`, ...rows, ''].join('\n'));
}

/** Whether a figure meets its target, in words. */
export const against = (value: number, target: number, unit = ''): string =>
  `${rounded(value)}${unit}, target ${target}${unit}: ${value <= target ? 'met' : 'MISSED'}`;
