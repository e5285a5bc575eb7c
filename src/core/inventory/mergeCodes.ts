/** How alive an account is by code of `ACCOUNT_STATUSES`: unknown, deactivated, suspended, invited, active. */
const STATUS_LIFE = [0, 4, 2, 1, 3];

/** Of the states of two rows of one account the livelier: an account is gone only when every row says so. */
export const livelierStatus = (kept: number, next: number): number =>
  STATUS_LIFE[next]! > STATUS_LIFE[kept]! ? next : kept;

/** How long a pattern protects by code of `EXPECTED_PATTERNS`, then `PATTERN_UNREAD`; a word that is not known says least. */
const PATTERN_LENGTH = [0, 2, 3, 4, 5, 7, 8, 9, 6, 1];

/** Of the patterns of two rows of one account the one that protects longer: a seat is not flagged for the shorter one. */
export const longerPattern = (kept: number, next: number): number =>
  PATTERN_LENGTH[next]! > PATTERN_LENGTH[kept]! ? next : kept;

/** What is told rather of an account by code of `SUBJECT_TYPES`, then `SUBJECT_UNREAD`. */
const SUBJECT_STRENGTH = [0, 2, 3, 4, 1];

/** Of the subjects of two rows of one account: virtual environment, device, user, a word that is not known, nothing. */
export const strongerSubject = (kept: number, next: number): number =>
  SUBJECT_STRENGTH[next]! > SUBJECT_STRENGTH[kept]! ? next : kept;
