import { formatCount } from '../base/formatNumber.ts';
import type { LineCommitment } from './lineCommitment.ts';

/** What the user chose, printed into the words. `undefined` where several lines differ. */
export interface WaterfallTerms {
  readonly bufferBasisPoints: number;
  readonly lotSize: number | undefined;
}

/** Hundredths of a per cent without needless decimals: `5 %`, `7.25 %`. */
export function formatBasisPoints(basisPoints: number): string {
  const size = Math.abs(basisPoints);
  const decimals = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = `${(size - (size % 100)) / 100}${decimals === '' ? '' : `.${decimals}`}`;
  return `${basisPoints < 0 ? '\u2212' : ''}${whole}\u00a0%`;
}

/**
 * How a commitment comes about, as one line to be retraced: "940 assigned + 12 net growth = 952; with a buffer of
 * 5 % = 1 000." Rounding to lots and a minimum are named where they change the number. Every step is in seats.
 * Source: formula 12.5.
 */
export function commitmentArithmetic(
  { assigned, candidates, need, demand, buffered, inLots, recommended }: LineCommitment,
  { bufferBasisPoints, lotSize }: WaterfallTerms,
): string {
  const growth = demand - need;
  const taken = candidates === 0 ? '' : ` \u2212 ${formatCount(candidates)} freed`;
  const grown =
    growth === 0 ? '' : ` ${growth < 0 ? '\u2212' : '+'} ${formatCount(Math.abs(growth))} net growth`;
  const sum = taken + grown === '' ? '' : ` =\u00a0${formatCount(demand)}`;
  return `${[
    `${formatCount(assigned)} assigned${taken}${grown}${sum}`,
    ...(bufferBasisPoints === 0
      ? []
      : [`with a buffer of ${formatBasisPoints(bufferBasisPoints)} =\u00a0${formatCount(buffered)}`]),
    ...(inLots === buffered
      ? []
      : [
          `rounded up to ${lotSize === undefined ? 'the lots of each licence type' : `lots of ${formatCount(lotSize)}`} =\u00a0${formatCount(inLots)}`,
        ]),
    ...(recommended === inLots
      ? []
      : [`raised to the contract’s minimum =\u00a0${formatCount(recommended)}`]),
  ].join('; ')}.`;
}
