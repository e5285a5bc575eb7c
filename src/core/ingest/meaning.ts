/** The canonical columns of a users file that a source column can be mapped to. Labels are worded in the UI. */
export type Meaning =
  | 'ignore'
  | 'accountId'
  | 'userName'
  | 'email'
  | 'userPrincipalName'
  | 'displayName'
  /** Joined to the display name, where no column gives the whole name. */
  | 'firstName'
  | 'lastName'
  | 'employeeNumber'
  | 'licenceType'
  | 'accountStatus'
  /** As `accountStatus` with the sense reversed: true means suspended. */
  | 'accountSuspended'
  | 'userType'
  | 'webServiceOnly'
  | 'integrationUser'
  | 'delegates'
  | 'createdOn'
  | 'assignedOn'
  | 'activatedOn'
  | 'retiredOn'
  | 'invitedOn'
  | 'leftOn'
  | 'lastAction'
  | 'lastSignIn'
  | 'lastSsoSignIn'
  | 'lastAttempt'
  | 'lastBackground'
  | 'lastPassive'
  | 'role'
  | 'vip'
  | 'unit'
  | 'manager'
  | 'inheritedFrom'
  | 'openRecords'
  | 'expectedPattern'
  | 'subjectType'
  | FurtherText;

/**
 * Texts of an account that are kept as written where a column has them, in their order in rows and in the format. One
 * entry here, header words and a name are all that a further one needs. Source: canonical columns of users.
 */
export const FURTHER_TEXTS = [
  'permissions',
  'delegateOrApprover',
  'costCentre',
  'department',
  'division',
  'queues',
  'scheduledJobs',
  'defaultOwnerOf',
  'jurisdiction',
  'project',
  'criticality',
] as const;
export type FurtherText = (typeof FURTHER_TEXTS)[number];

/** Meanings that are dates of use: each mapped column becomes one evidence column with a signal kind. */
export const EVIDENCE_MEANINGS = [
  'lastAction',
  'lastSignIn',
  'lastSsoSignIn',
  'lastAttempt',
  'lastBackground',
  'lastPassive',
] as const satisfies readonly Meaning[];

/** Meanings that are dates of the life of an account or seat, not of its use. */
export const LIFE_MEANINGS = [
  'createdOn',
  'assignedOn',
  'activatedOn',
  'retiredOn',
  'invitedOn',
  'leftOn',
] as const satisfies readonly Meaning[];

/**
 * Dates of life that decide a category. Their original texts are kept, so that each can be shown beside what was read.
 * Source: REVIEW-02.
 */
export const DECIDING_LIFE_MEANINGS = [
  'assignedOn',
  'createdOn',
  'leftOn',
] as const satisfies readonly LifeMeaning[];

export type EvidenceMeaning = (typeof EVIDENCE_MEANINGS)[number];
export type LifeMeaning = (typeof LIFE_MEANINGS)[number];
export type DecidingLifeMeaning = (typeof DECIDING_LIFE_MEANINGS)[number];
