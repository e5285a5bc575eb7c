import type { Policy, Windows } from './policy.ts';
import { DAY_CAP } from './preparedSeats.ts';

/** The part of a policy that a slider moves. */
export type WindowChoice = Pick<Policy, 'windows' | 'windowsByLicenceType'>;

/**
 * Windows that hold for one licence type. A borderline limit below the window is raised to it; nothing beyond
 * `DAY_CAP` can be told apart, so both end there.
 */
export function windowsOf(choice: WindowChoice, licenceType: string): Windows {
  const own = Object.hasOwn(choice.windowsByLicenceType, licenceType)
    ? choice.windowsByLicenceType[licenceType]!
    : choice.windows;
  const dormancy = Math.min(own.dormancy, DAY_CAP);
  return { dormancy, borderline: Math.min(Math.max(own.borderline, dormancy), DAY_CAP) };
}
