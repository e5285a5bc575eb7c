import type { Category } from '../core/policy/category.ts';

export const SAMPLE_LICENCE_TYPES = ['Fulfiller', 'Approver', 'Analytics'] as const;
export type SampleLicenceType = (typeof SAMPLE_LICENCE_TYPES)[number];

/**
 * Seats of the sample by category, in the order Fulfiller, Approver, Analytics: what the default definition
 * (W 90, B 180, L 400) must find on 30 Jun 2026. A test holds the generated file to this table.
 */
export const SAMPLE_SEATS: readonly (readonly [Category, number, number, number])[] = [
  ['nonHuman', 42, 6, 2],
  ['leaver', 38, 9, 3],
  ['excepted', 21, 4, 1],
  ['tooNew', 47, 14, 5],
  ['unknown', 26, 8, 4],
  ['active', 921, 297, 61],
  ['periodic', 64, 12, 4],
  ['neverUsed', 73, 22, 14],
  ['borderline', 18, 6, 3],
  ['loginOnly', 55, 17, 6],
  ['dormant', 175, 35, 15],
];

/** Deactivated accounts whose licence is still listed: not a seat while the contract does not say that they count. */
export const SAMPLE_CLOSED_ACCOUNTS = 60;

/** Analytics seats that belong to an account which also holds a Fulfiller seat, by category of the Analytics seat. */
export const SECOND_SEATS: readonly (readonly [Category, number])[] = [
  ['tooNew', 5],
  ['unknown', 4],
  ['active', 59],
  ['neverUsed', 14],
  ['loginOnly', 6],
];
