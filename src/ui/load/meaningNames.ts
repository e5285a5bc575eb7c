import type { DateOrder } from '../../core/ingest/dateReading.ts';
import { FURTHER_TEXT_NAMES } from '../../core/ingest/furtherTextNames.ts';
import type { RowIs } from '../../core/ingest/importPlan.ts';
import type { Meaning } from '../../core/ingest/meaning.ts';
import type { SignalKind } from '../../core/ingest/signalKind.ts';

/** Words of the person for every meaning, in the order of the list. */
export const MEANING_NAMES: Readonly<Record<Meaning, string>> = {
  ignore: 'Ignore',
  accountId: 'Account id',
  userName: 'User name',
  email: 'E-mail',
  userPrincipalName: 'User principal name',
  displayName: 'Display name',
  firstName: 'First name',
  lastName: 'Last name',
  employeeNumber: 'Employee number',
  licenceType: 'Licence type',
  accountStatus: 'Account status',
  accountSuspended: 'Suspended or locked',
  userType: 'User type',
  webServiceOnly: 'Web service only',
  integrationUser: 'Integration user',
  delegates: 'Delegates',
  createdOn: 'Created on',
  assignedOn: 'Assigned on',
  activatedOn: 'Activated on',
  retiredOn: 'Retired on',
  invitedOn: 'Invited on',
  leftOn: 'Left on',
  lastAction: 'Last action',
  lastSignIn: 'Last sign-in',
  lastSsoSignIn: 'Last SSO sign-in',
  lastAttempt: 'Last sign-in attempt',
  lastBackground: 'Last background or API sign-in',
  lastPassive: 'Last passive event',
  role: 'Role',
  vip: 'VIP',
  unit: 'Unit',
  manager: 'Manager',
  inheritedFrom: 'Inherited from group',
  openRecords: 'Open records',
  expectedPattern: 'Expected pattern',
  subjectType: 'Subject type',
  ...FURTHER_TEXT_NAMES,
};

export const SIGNAL_KIND_NAMES: Readonly<Record<SignalKind, string>> = {
  action: 'Action',
  applicationSignIn: 'Application sign-in',
  ssoSignIn: 'SSO sign-in',
  attempt: 'Sign-in attempt',
  background: 'Background or API',
  passive: 'Passive',
};

export const DATE_ORDER_NAMES: Readonly<Record<DateOrder | 'undecided', string>> = {
  undecided: 'Not decided',
  dayFirst: 'Day first',
  monthFirst: 'Month first',
  yearFirst: 'Year first',
};

export const ROW_NAMES: Readonly<Record<RowIs, string>> = {
  account: 'An account',
  accountAndLicence: 'An account and a licence',
  accountAndGroup: 'An account and a group',
  accountAndRole: 'An account and a role',
  accountAndSite: 'An account and a site',
};
