import type { EpochDay } from '../base/epochDay.ts';
import type { ContractLine } from './contractLine.ts';
import type { Holidays } from './noticeDate.ts';
import { planWorkBack, type WorkBackLengths } from './planWorkBack.ts';
import type { WorkBackPlan } from './workBackPlan.ts';

/** Objection and grace that still fit, in days, and the dates that they lead to. */
export interface FittingWorkBack {
  readonly objection: number;
  readonly grace: number;
  readonly plan: WorkBackPlan;
}

/**
 * The longest objection and grace together, never longer than those given and shared between the two as they are, with
 * which users can still be told on `today`. `undefined`: the line states no notice, or even without any objection and
 * grace the verification export would have had to come before `today`.
 * Source: formula 12.12, RENEWAL-11 ("says what still fits").
 */
export function fitWorkBack(
  line: Pick<ContractLine, 'termEnd' | 'notice' | 'renewsAutomatically'>,
  lengths: WorkBackLengths,
  today: EpochDay,
  holidays: Holidays,
): FittingWorkBack | undefined {
  const asked = lengths.objection + lengths.grace;
  for (let days = asked; days >= 0; days -= 1) {
    const objection = asked === 0 ? 0 : Math.round((days * lengths.objection) / asked);
    const grace = days - objection;
    const plan = planWorkBack(line, { ...lengths, objection, grace }, holidays);
    if (plan === undefined) return undefined;
    if (plan.notifyUsersBy >= today) return { objection, grace, plan };
  }
  return undefined;
}
