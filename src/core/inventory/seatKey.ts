/**
 * Key of a seat across snapshots (`SeatKey`), built from the canonical account id and the licence type. The length
 * in front keeps two different seats from ever sharing a key, whatever characters their names hold.
 */
export const seatKeyOf = (canonicalAccountId: string, licenceType: string): string =>
  `${canonicalAccountId.length}:${canonicalAccountId}/${licenceType}`;
