/** What holds the licence of an account. Order is part of the format. */
export const SUBJECT_TYPES = ['unknown', 'user', 'device', 'virtual'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];
