/** State of an account in its own system, as stored in a `Uint8Array` column. Order is part of the format. */
export const ACCOUNT_STATUSES = ['unknown', 'active', 'suspended', 'deactivated', 'invited'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Kind of account as told by a column of the export. Order is part of the format. */
export const USER_TYPES = ['unknown', 'human', 'machine', 'ai', 'guest', 'bot', 'shared', 'room'] as const;
export type UserType = (typeof USER_TYPES)[number];

/** Declared rhythm of use. Order is part of the format. */
export const EXPECTED_PATTERNS = [
  'unknown',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'halfYearly',
  'yearly',
  'seasonal',
  'onCall',
] as const;
export type ExpectedPattern = (typeof EXPECTED_PATTERNS)[number];

/** A yes-or-no column: 0 not stated, 1 no, 2 yes. */
export const FLAG_NOT_STATED = 0;
export const FLAG_NO = 1;
export const FLAG_YES = 2;
