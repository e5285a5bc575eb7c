import { formatChange, formatCount } from '../../core/base/formatNumber.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';
import type { WaterfallStep } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';

type Step = LineCommitment['waterfall'][number]['step'];

/** The waterfall with the labels that are printed. */
export function waterfallSteps(commitment: LineCommitment, input: BriefInput): readonly WaterfallStep[] {
  const lots = new Set(input.lines.map(({ entitlement }) => entitlement.lotSize));
  const [lot] = lots;
  const labels: Readonly<Record<Step, string>> = {
    current: 'Current',
    unassigned: 'Unassigned',
    overAssigned: 'Over-assigned',
    candidates: 'Candidates',
    netGrowth: 'Net growth',
    buffer: `Buffer ${percent(input.plan.bufferBasisPoints)}`,
    lotRounding:
      lots.size === 1 && lot !== undefined && lot > 1 ? `Lots of ${formatCount(lot)}` : 'Lot rounding',
    minimum: 'Minimum',
    proposed: 'Proposed',
  };
  return commitment.waterfall.map(({ step, seats }) => {
    const total = step === 'current' || step === 'proposed';
    return {
      label: labels[step],
      seats,
      kind: total ? 'total' : 'change',
      step,
      shown: total ? formatCount(seats) : formatChange(seats),
    };
  });
}

/** Hundredths of a per cent without needless decimals: `5 %`, `7.25 %`. */
export function percent(basisPoints: number): string {
  const size = Math.abs(basisPoints);
  const decimals = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = `${(size - (size % 100)) / 100}${decimals === '' ? '' : `.${decimals}`}`;
  return `${basisPoints < 0 ? '\u2212' : ''}${whole}\u00a0%`;
}
