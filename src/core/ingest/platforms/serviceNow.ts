import type { Preset } from './preset.ts';
import type { SystemCard } from './systemCard.ts';

export const SERVICENOW_CARD: SystemCard = {
  id: 'servicenow',
  name: 'ServiceNow',
  menuPath: 'User Administration › Users, then open the menu of any column heading and choose Export › CSV',
  columns: [
    { header: 'user_name', why: 'names the account (label: User ID)' },
    { header: 'last_login_time', why: 'says when the account last signed in (label: Last login time)' },
    { header: 'active', why: 'tells open accounts from closed ones' },
    { header: 'sys_created_on', why: 'tells a new account from one that was never used' },
    { header: 'email, employee_number', why: 'match accounts to people' },
    { header: 'department, manager', why: 'say whose seat it is and who decides' },
    {
      header: 'web_service_access_only, internal_integration_user',
      why: 'mark accounts that are not people',
    },
  ],
  limits: [
    'A list export stops at 10 000 rows unless an administrator raises the limit. Filter the list into parts, or have it raised.',
    'A workbook also stops at 500 000 cells, with a notice in its last row, and has 32 000 rows a sheet. CSV is the safer form.',
    'Dates are written in the time zone and format of whoever exports, so choose it under “Time zone of the file”.',
    'Since the Xanadu release requests of integration users also move the last login.',
    'Login history is kept for 30 days. It cannot carry a window of 90 days.',
    'The users list does not say which licence a user holds. Give one licence type for the whole file, or add a column that names it to the list before you export.',
  ],
  rowLimits: [10_000],
};

const NO_USE = 'sys_updated_on|Updated|last_password|last_login_device|failed_attempts|sys_mod_count';

export const SERVICENOW_PRESETS: readonly Preset[] = [
  {
    system: 'servicenow',
    exportName: 'sys_user, field names',
    signature: 'user_name|sys_id',
    columns: [
      ['accountId', 'user_name'],
      ['lastSignIn', 'last_login_time|last_login'],
      ['accountSuspended', 'locked_out'],
      ['displayName', 'name'],
      ['unit', 'department|department.name'],
      ['manager', 'manager|manager.user_name|manager.email'],
      ['ignore', `${NO_USE}|sys_id|sys_class_name|company|federated_id|source|ldap_server`],
    ],
    rowIs: 'account',
  },
  {
    system: 'servicenow',
    exportName: 'sys_user, labels',
    signature: 'User ID|Active',
    without: 'Last Login (RAW)|Days active|Username|Zugewiesen|Group id|Org role',
    columns: [
      ['accountId', 'User ID'],
      ['displayName', 'Name'],
      ['lastSignIn', 'Last login time|Last login'],
      ['accountSuspended', 'Locked out'],
      ['unit', 'Department'],
      ['ignore', `${NO_USE}|Company|Title|Created by|Updated by`],
    ],
    rowIs: 'account',
  },
  {
    system: 'servicenow',
    exportName: 'sys_user_has_role',
    signature: 'user|role|inherited',
    columns: [
      ['role', 'role.name|role'],
      ['ignore', 'inherited|state'],
    ],
    rowIs: 'accountAndRole',
  },
  {
    system: 'servicenow',
    exportName: 'sys_user_has_role with names of users',
    signature: 'user.user_name|role',
    columns: [
      ['accountId', 'user.user_name'],
      ['displayName', 'user'],
      ['accountStatus', 'user.active'],
      ['lastSignIn', 'user.last_login_time'],
      ['role', 'role.name|role'],
      ['ignore', 'inherited|state'],
    ],
    rowIs: 'accountAndRole',
  },
  {
    system: 'servicenow',
    exportName: 'samp_sw_subscription',
    signature: 'Subscription identifier|Subscription assigned',
    columns: [
      ['ignore', 'Display name|Subscription type|Subscription profile|Subscription identifier|Inactive days'],
      ['accountId', 'User principal name|User principle name'],
      ['displayName', 'User'],
      ['licenceType', 'Software model|Product'],
      ['lastAction', 'Last activity'],
      ['assignedOn', 'Subscription assigned'],
      ['accountStatus', 'Active'],
    ],
    rowIs: 'accountAndLicence',
    measuresSome: true,
  },
  {
    system: 'servicenow',
    exportName: 'samp_sw_reclamation_candidate',
    signature: 'Justification|Reclamation rule',
    columns: [
      ['accountId', 'User'],
      ['licenceType', 'User subscription|Applies to'],
      [
        'ignore',
        'Number|Name|Description|State|Opened|Closed|Assigned to|Inactive days|Potential savings|Notify user|Work notes|Configuration item',
      ],
    ],
    rowIs: 'accountAndLicence',
  },
];
