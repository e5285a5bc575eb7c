import type { Preset } from './preset.ts';
import type { SystemCard } from './systemCard.ts';

export const ATLASSIAN_CARD: SystemCard = {
  id: 'atlassian',
  name: 'Atlassian (Jira, Jira Service Management, Confluence)',
  menuPath: 'Atlassian Administration › Directory › Users › Export users, with product access and last seen',
  columns: [
    { header: 'User id, email', why: 'name the account and the person' },
    { header: 'Last seen in PRODUCT - SITE', why: 'says for each product and site when it was last opened' },
    { header: 'PRODUCT - SITE', why: 'says which seats the account holds' },
    { header: 'User status, Added to org', why: 'tell open, new and never accepted accounts apart' },
  ],
  limits: [
    'Last seen counts a page viewed for two seconds and lags up to 24 hours. It is read as a sign-in, not as work.',
    'Active with “Never accessed” means that the invitation was not accepted.',
    'Older exports have one row for each group; rows are put together by account.',
    'Annual plans are sold in steps, without credit for a decrease before the term ends.',
  ],
  rowLimits: [],
};

export const ATLASSIAN_PRESETS: readonly Preset[] = [
  {
    system: 'atlassian',
    exportName: 'Export users',
    signature: 'User id|User name|email|User status|Added to org',
    columns: [
      ['accountId', 'User id'],
      ['displayName', 'User name'],
      ['createdOn', 'Added to org'],
      ['role', 'Org role'],
      ['inheritedFrom', 'Group name'],
      ['ignore', 'Group id'],
    ],
    neverIsInvited: true,
    lagDays: 1,
  },
  {
    system: 'atlassian',
    exportName: 'Export users, form of 2018',
    signature: 'group_name|username|full_name|created',
    columns: [
      ['inheritedFrom', 'group_name'],
      ['accountId', 'username'],
      ['displayName', 'full_name'],
    ],
    rowIs: 'accountAndGroup',
  },
  {
    system: 'atlassian',
    exportName: 'Export users, form of 2015',
    signature: 'group_name|username|full_name|last_login|last_session',
    columns: [
      ['inheritedFrom', 'group_name'],
      ['accountId', 'username'],
      ['displayName', 'full_name'],
      ['lastSignIn', 'last_login|last_session'],
    ],
    rowIs: 'accountAndGroup',
  },
  {
    system: 'atlassian',
    exportName: 'Managed accounts',
    signature: 'Atlassian ID|Last active date',
    columns: [
      ['accountId', 'Atlassian ID'],
      ['lastSignIn', 'Last active date'],
      ['accountStatus', 'Status'],
      ['ignore', 'Claimed|Billable|Policy type|SAML|Two-step|Verified email'],
    ],
    zone: 'UTC',
    lagDays: 1,
  },
  {
    system: 'atlassian',
    exportName: 'Data Center user list',
    signature: 'Username|Full Name|User Directory|Last Login Date',
    columns: [
      ['accountId', 'Username'],
      ['displayName', 'Full Name'],
      ['lastSignIn', 'Last Login Date'],
      ['ignore', 'User Directory'],
    ],
  },
  {
    system: 'atlassian',
    exportName: 'User browser',
    signature: 'Account ID|Last Active (Organization)|Last Active (Product)|Record Type',
    columns: [
      ['accountId', 'Account ID'],
      ['lastSignIn', 'Last Active (Organization)|Last Active (Product)'],
      ['ignore', 'Record Type'],
    ],
    lagDays: 1,
  },
];
