import type { LineCommitment } from './lineCommitment.ts';

const STEPS = [
  'current',
  'unassigned',
  'overAssigned',
  'candidates',
  'netGrowth',
  'buffer',
  'lotRounding',
  'minimum',
  'proposed',
] as const;

/**
 * The commitments of several licence types added up, step by step, so that the total's waterfall closes as well.
 * Lots and minimums stay those of the lines: the total is never rounded again.
 */
export function totalCommitment(lines: readonly LineCommitment[]): LineCommitment {
  const sum = (field: (line: LineCommitment) => number): number =>
    lines.reduce((total, line) => total + field(line), 0);
  const current = sum((line) => line.current);
  const recommended = sum((line) => line.recommended);
  const present = STEPS.filter((step) =>
    lines.some((line) => line.waterfall.some((entry) => entry.step === step)),
  );
  return {
    current,
    assigned: sum((line) => line.assigned),
    candidates: sum((line) => line.candidates),
    need: sum((line) => line.need),
    demand: sum((line) => line.demand),
    buffered: sum((line) => line.buffered),
    inLots: sum((line) => line.inLots),
    recommended,
    reduction: current - recommended,
    doNotReduce: recommended >= current,
    waterfall: present.map((step) => ({
      step,
      seats: sum((line) => line.waterfall.find((entry) => entry.step === step)?.seats ?? 0),
    })),
  };
}
