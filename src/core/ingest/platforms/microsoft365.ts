import type { Preset } from './preset.ts';
import type { SystemCard } from './systemCard.ts';

export const MICROSOFT_365_CARD: SystemCard = {
  id: 'microsoft365',
  name: 'Microsoft 365',
  menuPath:
    'Microsoft 365 admin center › Reports › Usage › Active users › Microsoft 365 apps and services › Export, 180 days',
  columns: [
    { header: 'User Principal Name', why: 'names the account' },
    {
      header: 'Exchange, OneDrive, SharePoint, Teams … Last Activity Date',
      why: 'say when each product was last used',
    },
    { header: 'Assigned Products', why: 'says which licences the account holds, joined by +' },
    { header: 'Report Refresh Date', why: 'is the data-as-of date' },
  ],
  limits: [
    'The report lags 24 to 48 hours and covers 7, 30, 90 or 180 days; choose 180.',
    'Names may be hidden as 32 letters and digits; an administrator shows them under Settings › Org settings › Reports.',
    'Export users (Users › Active users › Export users) has no sign-in date.',
  ],
  rowLimits: [],
};

export const MICROSOFT_365_PRESETS: readonly Preset[] = [
  {
    system: 'microsoft365',
    exportName: 'Active user detail',
    signature: 'Report Refresh Date|User Principal Name|Assigned Products',
    columns: [
      ['accountId', 'User Principal Name'],
      ['licenceType', 'Assigned Products'],
      ['retiredOn', 'Deleted Date'],
      ['ignore', 'Report Refresh Date|Report Period|Has * License'],
    ],
    rowIs: 'account',
    licenceSeparator: '+',
    lagDays: 2,
  },
  {
    system: 'microsoft365',
    exportName: 'Mailbox usage detail',
    signature: 'User Principal Name|Last Activity Date|Item Count',
    columns: [
      ['accountId', 'User Principal Name'],
      ['createdOn', 'Created Date'],
      ['lastAction', 'Last Activity Date'],
      ['retiredOn', 'Deleted Date'],
      ['userType', 'Recipient Type'],
      [
        'ignore',
        'Item Count|Storage Used|Report Period|Report Refresh Date|Deleted Item Count|Deleted Item Size|Issue Warning Quota|Prohibit Send Quota|Has Archive',
      ],
    ],
    rowIs: 'account',
    lagDays: 2,
  },
  {
    system: 'microsoft365',
    exportName: 'Office activations',
    signature: 'User Principal Name|Product Type|Last Activated Date',
    columns: [
      ['accountId', 'User Principal Name'],
      ['licenceType', 'Product Type'],
      ['activatedOn', 'Last Activated Date'],
      [
        'ignore',
        'Windows|Mac|Windows 10 Mobile|iOS|Android|Activated On Shared Computer|Report Refresh Date',
      ],
    ],
    rowIs: 'accountAndLicence',
    lagDays: 2,
  },
  {
    system: 'microsoft365',
    exportName: 'Export users',
    signature: 'Block credential|Licenses|User principal name',
    columns: [
      ['accountId', 'User principal name'],
      ['accountSuspended', 'Block credential'],
      ['licenceType', 'Licenses'],
      ['createdOn', 'When created'],
      ['unit', 'Department'],
      ['firstName', 'First name'],
      ['lastName', 'Last name'],
      ['ignore', 'City|Country/Region|Object Id'],
    ],
    rowIs: 'account',
    licenceSeparator: '+',
  },
];
