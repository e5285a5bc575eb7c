import { formatChange, formatCount } from '../../core/base/formatNumber.ts';
import { formatBasisPoints, type WaterfallTerms } from '../../core/renewal/commitmentArithmetic.ts';
import type { LineCommitment } from '../../core/renewal/lineCommitment.ts';
import type { WaterfallStep } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';

type Step = LineCommitment['waterfall'][number]['step'];

/** The waterfall with the labels that are printed. */
export function waterfallSteps(commitment: LineCommitment, input: BriefInput): readonly WaterfallStep[] {
  const { bufferBasisPoints, lotSize } = waterfallTerms(input);
  const labels: Readonly<Record<Step, string>> = {
    current: 'Current',
    unassigned: 'Unassigned',
    overAssigned: 'Over-assigned',
    candidates: 'Candidates',
    netGrowth: 'Net growth',
    buffer: `Buffer ${formatBasisPoints(bufferBasisPoints)}`,
    lotRounding: lotSize !== undefined && lotSize > 1 ? `Lots of ${formatCount(lotSize)}` : 'Lot rounding',
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

/** Buffer and lot size of the request; a lot size only where every licence type has the same. */
export function waterfallTerms({ lines, plan }: BriefInput): WaterfallTerms {
  const lots = new Set(lines.map(({ entitlement }) => entitlement.lotSize));
  const [lotSize] = lots;
  return {
    bufferBasisPoints: plan.bufferBasisPoints,
    lotSize: lots.size === 1 ? lotSize : undefined,
  };
}
