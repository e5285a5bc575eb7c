import type { EpochDay } from '../base/epochDay.ts';
import type { Absence } from './locateFacts.ts';

/** Days after the end of an absence in which it still protects. */
export const RETURN_DAYS = 14;

/** Whether an absence covers A or ended at most 14 days before it. Source of the rule: category 4. */
export const isProtecting = ({ from, until }: Absence, asOf: EpochDay): boolean =>
  from <= asOf && asOf - until <= RETURN_DAYS;
