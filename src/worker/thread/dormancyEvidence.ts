import type { BriefInput } from '../../brief/content/briefInput.ts';
import { formatCount } from '../../core/base/formatNumber.ts';
import { idleHistogram } from '../../core/policy/idleHistogram.ts';
import type { PreparedSeats } from '../../core/policy/preparedSeats.ts';
import { sensitivityCurve } from '../../core/policy/sensitivityCurve.ts';
import type { Evaluated } from './evaluated.ts';

/** Idle time of the flagged seats in bins of days, then those that never worked and those not known. */
export function histogramOf({ prepared, evaluation, policy }: Evaluated): BriefInput['idleHistogram'] {
  const { bins, never, notKnown } = idleHistogram(prepared, evaluation);
  const { dormancy } = policy.windows;
  const dated = bins.map(({ from, to, seats }) => ({
    label:
      to === undefined ? `${formatCount(from)} and over` : `${formatCount(from)}\u2013${formatCount(to - 1)}`,
    seats,
    idle: from >= dormancy,
  }));
  const rest = [
    { label: 'never', seats: never, idle: true },
    { label: 'not known', seats: notKnown, idle: false },
  ];
  return [...dated, ...rest.filter(({ seats }) => seats > 0)];
}

/** Flagged seats by window, by real work and with any sign-in as use. The limit follows as 2 w unless it was fixed. */
export function sensitivityOf(
  { prepared, policy }: Evaluated,
  anySignIn: PreparedSeats,
): BriefInput['sensitivity'] {
  const { dormancy, borderline } = policy.windows;
  const fixedLimit = borderline === 2 * dormancy ? undefined : borderline;
  const bySignIn = sensitivityCurve(anySignIn, policy, fixedLimit);
  return sensitivityCurve(prepared, policy, fixedLimit).map(({ window, flagged, totals }, index) => ({
    window,
    flagged,
    borderline: totals.borderline,
    anySignIn: bySignIn[index]!.flagged,
  }));
}
