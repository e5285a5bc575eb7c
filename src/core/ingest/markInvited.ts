import { isAtLeast, isDay, NEVER } from '../base/dayValue.ts';
import type { UserRow } from './userRow.ts';

/** Code of an active account, as in `ACCOUNT_STATUSES`. */
export const ACTIVE = 1;
const INVITED = 4;

/**
 * Turns the state of an active row into *invited* when its dates of use say never and none says anything else. Only
 * for exports in which this means an invitation that nobody accepted. Source: platforms, Atlassian; REVIEW-05.
 */
export function markInvited(row: UserRow): void {
  if (row.status !== ACTIVE) return;
  let isNever = false;
  for (const day of row.evidenceDays) {
    if (isDay(day) || isAtLeast(day)) return;
    if (day === NEVER) isNever = true;
  }
  if (isNever) row.status = INVITED;
}
