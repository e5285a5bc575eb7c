/** What holds the licence of an account. Order is part of the format. */
export const SUBJECT_TYPES = ['unknown', 'user', 'device', 'virtual'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/**
 * Tells whether the account in a row is a person's: devices and virtual environments are nobody's, and what no column
 * says counts as a user. Source: LOAD-18.
 */
export function subjectTest({
  subjectType,
}: {
  readonly subjectType?: Uint8Array | undefined;
}): (row: number) => boolean {
  if (!subjectType) return () => true;
  const others: ReadonlySet<number> = new Set([
    SUBJECT_TYPES.indexOf('device'),
    SUBJECT_TYPES.indexOf('virtual'),
  ]);
  return (row) => !others.has(subjectType[row]!);
}
