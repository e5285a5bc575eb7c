import { ABSENT } from '../base/dayValue.ts';
import { DECIDING_LIFE_MEANINGS, FURTHER_TEXTS } from './meaning.ts';
import type { UserRow } from './userRow.ts';

/** The one row object of an import, empty. `evidenceCount` is the number of evidence columns of the plan. */
export function emptyUserRow(evidenceCount: number): UserRow {
  return {
    fileRow: 0,
    accountId: '',
    displayName: '',
    email: '',
    userName: '',
    userPrincipalName: '',
    employeeNumber: '',
    firstName: '',
    lastName: '',
    unit: '',
    manager: '',
    role: '',
    delegates: '',
    inheritedFrom: '',
    further: FURTHER_TEXTS.map(() => ''),
    licenceTypes: [],
    status: 0,
    userType: 0,
    expectedPattern: 0,
    subjectType: 0,
    webServiceOnly: 0,
    integrationUser: 0,
    vip: 0,
    openRecords: -1,
    createdOn: ABSENT,
    invitedOn: ABSENT,
    leftOn: ABSENT,
    assignedOn: ABSENT,
    activatedOn: ABSENT,
    retiredOn: ABSENT,
    lifeTexts: DECIDING_LIFE_MEANINGS.map(() => ''),
    lifeColumns: new Uint16Array(DECIDING_LIFE_MEANINGS.length),
    evidenceDays: new Int32Array(evidenceCount).fill(ABSENT),
    evidenceTexts: Array.from({ length: evidenceCount }, () => ''),
  };
}

/** Empties a row for the next cells, but for its evidence and texts of dates, which every row fills whole. */
export function clearUserRow(row: UserRow, fileRow: number): void {
  row.fileRow = fileRow;
  row.accountId =
    row.displayName =
    row.email =
    row.userName =
    row.userPrincipalName =
    row.employeeNumber =
    row.firstName =
    row.lastName =
      '';
  row.unit = row.manager = row.role = row.delegates = row.inheritedFrom = '';
  for (let place = 0; place < FURTHER_TEXTS.length; place += 1) row.further[place] = '';
  row.licenceTypes.length = 0;
  row.status =
    row.userType =
    row.expectedPattern =
    row.subjectType =
    row.webServiceOnly =
    row.integrationUser =
    row.vip =
      0;
  row.openRecords = -1;
  row.createdOn = row.invitedOn = row.leftOn = row.assignedOn = row.activatedOn = row.retiredOn = ABSENT;
}
