import type { MinorUnits } from '../base/minorUnits.ts';

/** An exact quotient in minor units, rounded once, half away from zero. The divisor is positive. */
export function roundedQuotient(dividend: bigint, divisor: bigint): MinorUnits {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return Number(dividend < 0n ? -rounded : rounded) as MinorUnits;
}
