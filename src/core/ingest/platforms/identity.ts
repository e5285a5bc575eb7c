import type { Preset } from './preset.ts';
import { PATH_NOT_CONFIRMED, type SystemCard } from './systemCard.ts';

const ENTRA: SystemCard = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  menuPath:
    'Entra admin center › Users › All users › Download users; sign-in dates from a script on signInActivity',
  columns: [
    { header: 'userPrincipalName', why: 'names the account' },
    { header: 'lastSuccessfulSignInDateTime', why: 'says when the account last signed in with success' },
    { header: 'accountEnabled, createdDateTime', why: 'tell closed and new accounts' },
    { header: 'department', why: 'says whose account it is' },
  ],
  limits: [
    'Download users has no sign-in column: it is a list of accounts, not of use.',
    'lastSignInDateTime also counts failed attempts. Prefer lastSuccessfulSignInDateTime, filled since December 2023.',
    'Guests carry #EXT# in their name and count as people.',
  ],
  rowLimits: [],
};

const ACTIVE_DIRECTORY: SystemCard = {
  id: 'active-directory',
  name: 'Active Directory',
  menuPath:
    'PowerShell: Get-ADUser -Filter * with the properties below, to Export-Csv -NoTypeInformation -Encoding UTF8',
  columns: [
    { header: 'sAMAccountName', why: 'names the account' },
    { header: 'lastLogonTimestamp', why: 'says when the account last signed in, up to 14 days late' },
    { header: 'userAccountControl or Enabled', why: 'tells open accounts (512) from closed ones (514)' },
    { header: 'whenCreated', why: 'tells a new account' },
  ],
  limits: [
    'lastLogonTimestamp is refreshed only when it is older than 9 to 14 days, so the lag is 14 days.',
    'lastLogon is kept by each domain controller for itself; the latest of all of them counts.',
    'LastLogonDate is text in the format and zone of the machine that exported it.',
  ],
  rowLimits: [],
};

const OKTA: SystemCard = {
  id: 'okta',
  name: 'Okta',
  menuPath:
    'Admin Console › Reports › Okta Password Health, or Reports › Current Assignments, then Request report',
  columns: [
    { header: 'Login', why: 'names the account' },
    { header: 'Last Login', why: 'says when the person last signed in to Okta or to the application' },
    { header: 'Status, Activation date', why: 'tell open and new accounts' },
    { header: 'Application name, Assigned on', why: 'say which seat is held and since when' },
  ],
  limits: [
    'Events are kept for 90 days: an empty last login in Current Assignments means at least 90 days.',
    'A sign-in to the portal is no sign-in to the application.',
    'Password Health was documented as UTC and as Pacific time. Compare one date with the screen.',
  ],
  rowLimits: [],
};

const WORKDAY: SystemCard = {
  id: 'workday',
  name: 'Workday and other HR systems',
  menuPath: 'Reports › a list of workers with the columns below, Export to Excel or CSV',
  columns: [
    { header: 'Employee ID', why: 'matches people to accounts; leading zeros are kept' },
    { header: 'Active Status, Termination Date', why: 'say who has left' },
    { header: 'Cost Center, Manager', why: 'say whose seat it is and who decides' },
    { header: 'Hire Date', why: 'tells joiners' },
  ],
  limits: [
    'A list of workers has no dates of use. Load it as a roster.',
    'Title and prompt rows and the second row of names are found and left out.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [],
};

export const IDENTITY_CARDS: readonly SystemCard[] = [ENTRA, ACTIVE_DIRECTORY, OKTA, WORKDAY];

export const IDENTITY_PRESETS: readonly Preset[] = [
  {
    system: 'entra',
    exportName: 'Download users',
    signature: 'userPrincipalName|userType|accountEnabled|createdDateTime',
    without: 'lastSignInDateTime|lastSuccessfulSignInDateTime',
    columns: [
      ['accountId', 'userPrincipalName'],
      ['displayName', 'displayName'],
      ['email', 'mail'],
      ['unit', 'department'],
      [
        'ignore',
        'id|objectId|companyName|state|identityIssuer|alternateEmailAddress|creationType|invitationState|directorySynced',
      ],
    ],
    rowIs: 'account',
  },
  {
    system: 'entra',
    exportName: 'Download users, older header',
    signature: 'userPrincipalName|objectId|physicalDeliveryOfficeName',
    columns: [
      ['accountId', 'userPrincipalName'],
      ['displayName', 'displayName'],
      ['unit', 'department'],
      ['ignore', 'objectId|physicalDeliveryOfficeName|mobile|state'],
    ],
    rowIs: 'account',
  },
  {
    system: 'entra',
    exportName: 'Sign-in activity',
    signature: 'userPrincipalName|lastSignInDateTime',
    columns: [
      ['accountId', 'userPrincipalName'],
      ['displayName', 'displayName'],
      ['lastAttempt', 'lastSignInDateTime'],
      ['lastBackground', 'lastNonInteractiveSignInDateTime'],
      ['lastSsoSignIn', 'lastSuccessfulSignInDateTime'],
      ['ignore', 'id|lastSignInRequestId|lastNonInteractiveSignInRequestId|lastSuccessfulSignInRequestId'],
    ],
    rowIs: 'account',
    zone: 'UTC',
  },
  {
    system: 'active-directory',
    exportName: 'Users',
    signature: 'sAMAccountName',
    columns: [
      ['accountId', 'sAMAccountName'],
      ['displayName', 'displayName|name|cn'],
      ['lastSsoSignIn', 'lastLogonTimestamp|lastLogon|LastLogonDate'],
      ['accountStatus', 'userAccountControl|Enabled'],
      ['createdOn', 'whenCreated|Created'],
      ['subjectType', 'ObjectClass'],
      [
        'ignore',
        'pwdLastSet|accountExpires|AccountExpirationDate|objectGUID|SID|objectSid|DistinguishedName|badPasswordTime|badPwdCount|whenChanged|company|title',
      ],
    ],
    rowIs: 'account',
    lagDays: 14,
  },
  {
    system: 'okta',
    exportName: 'Okta Password Health',
    signature: 'User|Login|Activation date|Last Login|Last Password Change',
    columns: [
      ['accountId', 'Login'],
      ['displayName', 'User'],
      ['activatedOn', 'Activation date'],
      ['lastSsoSignIn', 'Last Login'],
      ['ignore', 'Authentication Source|Last Password Change'],
    ],
    rowIs: 'account',
  },
  {
    system: 'okta',
    exportName: 'Current Assignments',
    signature: 'Login|Application name|Assigned on',
    columns: [
      ['accountId', 'Login'],
      ['displayName', 'User'],
      ['licenceType', 'Application name'],
      ['assignedOn', 'Assigned on'],
      ['retiredOn', 'Unassigned on'],
      ['lastSsoSignIn', 'Last login'],
      ['ignore', 'Application instance|Application login'],
    ],
    rowIs: 'accountAndLicence',
    keepsDays: 90,
  },
  {
    system: 'workday',
    exportName: 'Workers',
    signature: 'Employee ID|Worker|Hire Date',
    columns: [
      ['accountId', 'Employee ID'],
      ['displayName', 'Worker'],
      ['accountStatus', 'Active Status'],
      ['unit', 'Cost Center'],
      ['leftOn', 'Termination Date'],
      ['manager', 'Manager'],
      ['ignore', 'Hire Date|Business Title'],
    ],
    rowIs: 'account',
  },
];
