/**
 * One row of a users file as read by the plan: facts, no longer cells. One object is made per import and filled
 * again for every row, so that no row object is ever allocated; whoever keeps a value copies it.
 */
export interface UserRow {
  /** Row number as in a spreadsheet (1-based, lines above the header counted). */
  fileRow: number;
  /** Texts, trimmed; `''` when the column is not mapped or the cell is empty. */
  accountId: string;
  displayName: string;
  email: string;
  userName: string;
  userPrincipalName: string;
  employeeNumber: string;
  firstName: string;
  lastName: string;
  unit: string;
  manager: string;
  role: string;
  delegates: string;
  inheritedFrom: string;
  /** By place in `FURTHER_TEXTS`. */
  readonly further: string[];
  /** Licence types of the row; emptied and filled again for every row. */
  readonly licenceTypes: string[];
  /** Codes of `ACCOUNT_STATUSES`, `USER_TYPES`; of `EXPECTED_PATTERNS` or `PATTERN_UNREAD`; of `SUBJECT_TYPES` or `SUBJECT_UNREAD`. */
  status: number;
  userType: number;
  expectedPattern: number;
  subjectType: number;
  /** 0 not stated, 1 no, 2 yes. */
  webServiceOnly: number;
  integrationUser: number;
  vip: number;
  /** −1 not known. */
  openRecords: number;
  /** Day values (`DayValue`); `ABSENT` when the column is not mapped. */
  createdOn: number;
  invitedOn: number;
  leftOn: number;
  assignedOn: number;
  activatedOn: number;
  retiredOn: number;
  /**
   * Original text of the deciding cell per meaning of `DECIDING_LIFE_MEANINGS`, in their order, and its column's place
   * among the plan's columns of that meaning. Not set for a meaning that no column has.
   */
  readonly lifeTexts: string[];
  readonly lifeColumns: Uint16Array;
  /** Day value and original text per evidence column, in the order of the plan's evidence columns. */
  readonly evidenceDays: Int32Array;
  readonly evidenceTexts: string[];
}
