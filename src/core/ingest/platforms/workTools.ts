import type { Preset } from './preset.ts';
import { PATH_NOT_CONFIRMED, type SystemCard } from './systemCard.ts';

const GOOGLE: SystemCard = {
  id: 'google',
  name: 'Google Workspace',
  menuPath: 'Admin console › Directory › Users › Download users › All user info columns, CSV',
  columns: [
    { header: 'Email Address [Required]', why: 'names the account' },
    { header: 'Last Sign In [READ ONLY]', why: 'says when the account last signed in' },
    { header: 'Status [READ ONLY]', why: 'Active, Suspended or Archived' },
    { header: 'Org Unit Path, Cost Center, Manager Email', why: 'say whose seat it is' },
  ],
  limits: [
    'Only sign-ins are known; usage reports have headers in the language of the account.',
    'The password column holds stars and is left out.',
    'The list names no licence; give one licence type for the file.',
  ],
  rowLimits: [],
};

const SLACK: SystemCard = {
  id: 'slack',
  name: 'Slack',
  menuPath: 'Workspace settings › Analytics › Members › Edit columns (all) › Export CSV',
  columns: [
    { header: 'User ID', why: 'names the account' },
    { header: 'Last active (UTC)', why: 'says when the member was last active' },
    { header: 'Account type, billing-active', why: 'say whether the member is paid for' },
    { header: 'Account created (UTC), Claimed Date (UTC)', why: 'tell new and unclaimed accounts' },
  ],
  limits: [
    'The member list (Manage members › Export) has no date of use: it is a list of seats only.',
    'Being active means that Slack was open; real work is not told apart.',
  ],
  rowLimits: [],
};

const ADOBE: SystemCard = {
  id: 'adobe',
  name: 'Adobe',
  menuPath: 'Admin Console › Users › Users › … › Export users list to CSV',
  columns: [
    { header: 'Email, Username', why: 'name the account' },
    { header: 'Product Configurations', why: 'says which seats the account holds' },
  ],
  limits: ['The export has no date of use: load sign-ins of your identity provider for the same people.'],
  rowLimits: [],
};

const HUBSPOT: SystemCard = {
  id: 'hubspot',
  name: 'HubSpot',
  menuPath: 'Settings › Users & Teams › Export users',
  columns: [
    { header: 'Email', why: 'names the account' },
    { header: 'Last Active or Last Login', why: 'says when it was last used' },
    { header: 'Seat', why: 'says what is paid for' },
  ],
  limits: ['Headers and dates are in the language of the account.', PATH_NOT_CONFIRMED],
  rowLimits: [],
};

const BOX: SystemCard = {
  id: 'box',
  name: 'Box',
  menuPath: 'Admin Console › Reports › User details › Run; the file arrives in a folder',
  columns: [
    { header: 'User email or login', why: 'names the account' },
    { header: 'Last Login', why: 'says when it last signed in' },
    { header: 'Status', why: 'tells open accounts' },
  ],
  limits: ['A long report is split into pages (…_Page_1.csv, …_Page_2.csv): load all of them together.'],
  rowLimits: [],
};

const TABLEAU: SystemCard = {
  id: 'tableau',
  name: 'Tableau',
  menuPath: 'Site › Users › select all › … › Export, or a view on the site’s users',
  columns: [
    { header: 'Username', why: 'names the account' },
    { header: 'Last Login or Last signed in', why: 'says when it last signed in; empty means never' },
    { header: 'Site Role', why: 'says what is paid for' },
  ],
  limits: [
    'Events are kept for 90 days, 365 with the advanced option; the last sign-in is kept longer.',
    'Only sign-ins are known.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [],
};

const WORKIVA: SystemCard = {
  id: 'workiva',
  name: 'Workiva',
  menuPath: 'Organization Admin › People › Export',
  columns: [
    { header: 'Email or Username', why: 'names the account' },
    { header: 'Last Login', why: 'says when it last signed in' },
  ],
  limits: [PATH_NOT_CONFIRMED],
  rowLimits: [],
};

const AUTORABIT: SystemCard = {
  id: 'autorabit',
  name: 'AutoRABIT',
  menuPath: 'Admin › Users › Export',
  columns: [
    { header: 'Username or Email', why: 'names the account' },
    { header: 'Last Login', why: 'says when it last signed in' },
  ],
  limits: [PATH_NOT_CONFIRMED],
  rowLimits: [],
};

export const WORK_TOOL_CARDS: readonly SystemCard[] = [
  GOOGLE,
  SLACK,
  ADOBE,
  HUBSPOT,
  BOX,
  TABLEAU,
  WORKIVA,
  AUTORABIT,
];

export const WORK_TOOL_PRESETS: readonly Preset[] = [
  {
    system: 'google',
    exportName: 'Download users',
    signature: 'Email Address [Required]|Last Sign In [READ ONLY]',
    columns: [
      ['accountId', 'Email Address'],
      ['accountStatus', 'Status'],
      ['lastSignIn', 'Last Sign In'],
      ['employeeNumber', 'Employee ID'],
      ['unit', 'Cost Center|Department|Org Unit Path'],
      ['manager', 'Manager Email'],
      ['firstName', 'First Name'],
      ['lastName', 'Last Name'],
      ['ignore', 'Recovery Email|New Primary Email|Employee Type|Employee Title|2sv Enrolled|2sv Enforced'],
    ],
    rowIs: 'account',
  },
  {
    system: 'slack',
    exportName: 'Members',
    signature: 'username|billing-active|userid',
    columns: [
      ['accountId', 'userid'],
      ['userName', 'username'],
      ['displayName', 'fullname'],
      ['userType', 'status'],
      ['accountStatus', 'billing-active'],
      ['ignore', 'has-2fa|has-sso|displayname|expiration-timestamp'],
    ],
    rowIs: 'account',
  },
  {
    system: 'slack',
    exportName: 'Member analytics',
    signature: 'User ID|Username|Account type|Last active (UTC)',
    columns: [
      ['accountId', 'User ID'],
      ['userName', 'Username'],
      ['displayName', 'Name'],
      ['licenceType', 'Account type'],
      ['createdOn', 'Account created'],
      ['activatedOn', 'Claimed Date'],
      ['retiredOn', 'Deactivated date'],
      ['lastSignIn', 'Last active|Last active (Desktop)|Last active (Android)|Last active (iOS)'],
      ['ignore', 'What I Do|Days active|Messages posted|Reactions added'],
    ],
    rowIs: 'account',
    zone: 'UTC',
  },
  {
    system: 'adobe',
    exportName: 'Users list',
    signature: 'Identity Type|Username|Product Configurations',
    columns: [
      ['accountId', 'Username'],
      ['licenceType', 'Product Configurations'],
      ['role', 'Admin Roles'],
      ['firstName', 'First Name'],
      ['lastName', 'Last Name'],
      ['ignore', 'Identity Type|Domain|Country Code|ID|User Groups'],
    ],
    rowIs: 'account',
    licenceSeparator: ',',
    addressForKey: true,
  },
  {
    system: 'hubspot',
    exportName: 'Users',
    signature: 'Email|Last Active|Seat',
    columns: [
      ['lastSignIn', 'Last Active|Last Login'],
      ['licenceType', 'Seat'],
    ],
    rowIs: 'account',
  },
  {
    system: 'box',
    exportName: 'User details',
    signature: 'User Email|Last Login|Storage Used',
    columns: [
      ['accountId', 'User Email|Login'],
      ['displayName', 'User Name|Name'],
      ['lastSignIn', 'Last Login'],
      ['createdOn', 'Date Created|Created'],
      ['accountStatus', 'Status'],
      ['ignore', 'Storage Used|Storage Limit'],
    ],
    rowIs: 'account',
  },
  {
    system: 'tableau',
    exportName: 'Users',
    signature: 'Username|Site Role|Last Login',
    columns: [
      ['accountId', 'Username'],
      ['licenceType', 'Site Role'],
      ['lastSignIn', 'Last Login'],
      ['displayName', 'Display Name|Friendly Name'],
      ['createdOn', 'Created At'],
    ],
    rowIs: 'account',
  },
  {
    system: 'tableau',
    exportName: 'Users, screen export',
    signature: 'Username|Site Role|Last signed in',
    columns: [
      ['accountId', 'Username'],
      ['licenceType', 'Site Role'],
      ['lastSignIn', 'Last signed in'],
      ['displayName', 'Display Name'],
    ],
    rowIs: 'account',
  },
  {
    system: 'workiva',
    exportName: 'People',
    signature: 'Username|Last Login|Licenses|Workspace',
    columns: [
      ['accountId', 'Username'],
      ['lastSignIn', 'Last Login'],
      ['licenceType', 'Licenses'],
    ],
  },
];
