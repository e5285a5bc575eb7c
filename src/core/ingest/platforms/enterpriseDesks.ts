import type { Preset } from './preset.ts';
import { PATH_NOT_CONFIRMED, type SystemCard } from './systemCard.ts';

const BMC: SystemCard = {
  id: 'bmc',
  name: 'BMC Helix and Remedy',
  menuPath:
    'Remedy Management Console › Manage User Licenses › Current licences, then the report of the form',
  columns: [
    { header: 'Login Name', why: 'names the account' },
    { header: 'License Type', why: 'Fixed is a seat; Floating is shared, Read is free' },
    { header: 'Last accessed', why: 'says when the licence was last used' },
    { header: 'Time granted', why: 'says when it was given' },
  ],
  limits: [
    'The licence form cannot be used above 30 000 users; export the User form instead.',
    'The usage report holds peaks of use, not users. It helps to size Floating licences.',
    'Reading is free, so users with Read are no seats.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [30_000],
};

const CHERWELL: SystemCard = {
  id: 'cherwell',
  name: 'Cherwell',
  menuPath: 'Administrator › Security › Edit users, or a search on the user object, exported as CSV',
  columns: [
    { header: 'LoginID', why: 'names the account' },
    { header: 'LastLoginDateTime', why: 'says when the account last signed in' },
    { header: 'SecurityGroup', why: 'says what the account may do' },
  ],
  limits: ['Licences are concurrent: count peaks before you count users.', PATH_NOT_CONFIRMED],
  rowLimits: [],
};

const IVANTI_NEURONS: SystemCard = {
  id: 'ivanti-neurons',
  name: 'Ivanti Neurons for ITSM',
  menuPath: 'Employee workspace: a list with Login ID, Is Named User and Last Login, then Export to CSV',
  columns: [
    { header: 'Login ID', why: 'names the account' },
    { header: 'Is Named User', why: 'tells named seats from concurrent ones' },
    { header: 'Last Login, or the log-on history', why: 'say when the account was last used' },
  ],
  limits: [
    'Named and concurrent licences stand side by side; only named ones are seats.',
    'The log-on history (LoginTime, LogoutTime) is loaded as activity. Its address column is left out.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [],
};

const IVANTI_DESK: SystemCard = {
  id: 'ivanti-service-desk',
  name: 'Ivanti Service Desk',
  menuPath: 'Administration › Users › Analysts, as a query with last log-on, exported as CSV',
  columns: [
    { header: 'Analyst (login name)', why: 'names the account' },
    { header: 'Licence Type', why: 'Fixed is a seat, Concurrent is shared' },
    { header: 'Last Logon Date', why: 'says when the analyst last signed in' },
  ],
  limits: ['Concurrent analysts hold no seat of their own.', PATH_NOT_CONFIRMED],
  rowLimits: [],
};

const EGAIN: SystemCard = {
  id: 'egain',
  name: 'eGain',
  menuPath: 'Administration › Users and licences, exported with one row for each user and licence',
  columns: [
    { header: 'User Name', why: 'names the account' },
    { header: 'License', why: 'says what is paid for' },
    { header: 'Last Login', why: 'says when the account last signed in' },
  ],
  limits: ['One row is one user and one licence; rows are put together by user.', PATH_NOT_CONFIRMED],
  rowLimits: [],
};

const SALESFORCE: SystemCard = {
  id: 'salesforce',
  name: 'Salesforce',
  menuPath: 'Reports › New Report › Administrative Reports › Users, then Export › Details Only › CSV, UTF-8',
  columns: [
    { header: 'Username', why: 'names the account; Email is not unique' },
    { header: 'Last Login', why: 'says when the account last signed in' },
    { header: 'User License, Profile', why: 'say what is paid for and what it may do' },
    { header: 'Active', why: 'tells open accounts from closed ones' },
  ],
  limits: [
    'The screen shows 2 000 rows; an export stops at 100 000 rows.',
    'Login history is kept for six months.',
    'Freezing a user does not free the licence; deactivating does.',
    'Dates are in the exporting user’s locale. A classic .xls is a web page; its table is read.',
  ],
  rowLimits: [2_000, 100_000],
};

export const ENTERPRISE_DESK_CARDS: readonly SystemCard[] = [
  BMC,
  CHERWELL,
  IVANTI_NEURONS,
  IVANTI_DESK,
  SALESFORCE,
  EGAIN,
];

export const ENTERPRISE_DESK_PRESETS: readonly Preset[] = [
  {
    system: 'bmc',
    exportName: 'Manage User Licenses',
    signature: 'License Type|Last accessed',
    columns: [
      ['accountId', 'User name|Login Name'],
      ['licenceType', 'License Type'],
      ['assignedOn', 'Time granted'],
      ['lastSignIn', 'Last accessed'],
      ['ignore', 'Connect time|Full Text License Type'],
    ],
    rowIs: 'accountAndLicence',
  },
  {
    system: 'bmc',
    exportName: 'User form',
    signature: 'Login Name|License Type|Full Text License Type',
    columns: [
      ['accountId', 'Login Name'],
      ['displayName', 'Full Name'],
      ['email', 'Email Address'],
      ['licenceType', 'License Type'],
      ['permissions', 'Group List'],
      ['ignore', 'Full Text License Type|Notify Mechanism|Default Notify Mechanism'],
    ],
    rowIs: 'account',
  },
  {
    system: 'bmc',
    exportName: 'Registered users',
    signature: 'License Type|Notify Mechanism',
    columns: [
      ['accountId', 'Name|User name'],
      ['licenceType', 'License Type'],
      ['email', 'E-mail|Email Address'],
      ['ignore', 'Notify Mechanism'],
    ],
    rowIs: 'account',
  },
  {
    system: 'cherwell',
    exportName: 'Users',
    signature: 'LoginID|LastLoginDateTime',
    without: 'Is Named User',
    columns: [
      ['accountId', 'LoginID'],
      ['lastSignIn', 'LastLoginDateTime'],
      ['displayName', 'FullName'],
      ['role', 'SecurityGroup'],
      ['createdOn', 'CreatedDateTime'],
      ['accountSuspended', 'AccountLocked'],
    ],
    rowIs: 'account',
  },
  {
    system: 'ivanti-neurons',
    exportName: 'Employees',
    signature: 'Login ID|Is Named User',
    columns: [
      ['accountId', 'Login ID'],
      ['licenceType', 'Is Named User', { yes: 'Named user' }],
      ['lastSignIn', 'Last Login|LoginTime|Last Login Time|Last Login Date/Time'],
      ['accountStatus', 'Status'],
    ],
    rowIs: 'account',
  },
  {
    system: 'ivanti-service-desk',
    exportName: 'Analysts',
    signature: 'Analyst|Licence Type|Last Logon Date',
    columns: [
      ['accountId', 'Analyst|Login Name'],
      ['displayName', 'Full Name|Title'],
      ['licenceType', 'Licence Type'],
      ['lastSignIn', 'Last Logon Date'],
    ],
    rowIs: 'account',
  },
  {
    system: 'egain',
    exportName: 'Users and licences',
    signature: 'User Name|License|Last Login',
    columns: [
      ['accountId', 'User Name|User ID'],
      ['licenceType', 'License'],
      ['lastSignIn', 'Last Login'],
    ],
    rowIs: 'accountAndLicence',
  },
  {
    system: 'salesforce',
    exportName: 'Users report',
    signature: 'Username|Profile|Last Login',
    columns: [
      ['accountId', 'Username'],
      ['displayName', 'Full Name|Name'],
      ['licenceType', 'User License'],
      ['role', 'Profile'],
      ['unit', 'Department'],
      ['lastSignIn', 'Last Login'],
      ['ignore', 'Role|Alias'],
    ],
    rowIs: 'account',
  },
  {
    system: 'salesforce',
    exportName: 'Data Loader, User object',
    signature: 'Username|IsActive|LastLoginDate',
    columns: [
      ['accountId', 'Username'],
      ['displayName', 'Name'],
      ['accountStatus', 'IsActive'],
      ['lastSignIn', 'LastLoginDate'],
      ['createdOn', 'CreatedDate'],
      ['licenceType', 'Profile.UserLicense.Name|UserLicense.Name'],
      ['role', 'Profile.Name'],
      ['ignore', 'Id|ProfileId|LastModifiedDate|LastPasswordChangeDate'],
    ],
    rowIs: 'account',
    zone: 'UTC',
  },
];
