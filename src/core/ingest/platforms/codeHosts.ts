import type { Preset } from './preset.ts';
import { PATH_NOT_CONFIRMED, type SystemCard } from './systemCard.ts';

const GITHUB: SystemCard = {
  id: 'github',
  name: 'GitHub',
  menuPath:
    'Organization or enterprise › Settings › Copilot › Access › Get report; People › Export; Enterprise Server: Site admin › Reports › All users',
  columns: [
    { header: 'Login', why: 'names the account' },
    { header: 'Last Activity At', why: 'says when Copilot was last used' },
    {
      header: 'last_active, suspended?',
      why: 'say when a user of Enterprise Server was last active and whether it is open',
    },
    { header: 'Report Time', why: 'is the data-as-of date' },
  ],
  limits: [
    'Last Activity At of Copilot is emptied after 90 days: empty means at least 90 days, not never.',
    'Its own “dormant” means 90 days in the cloud and 30 days on a server, over a broad list of actions.',
    'Members have no date of use. Licence exports have many rows without a login.',
  ],
  rowLimits: [],
};

const GITLAB: SystemCard = {
  id: 'gitlab',
  name: 'GitLab',
  menuPath: 'Group › Settings › Usage quotas › Seats › Export list; or Admin › Users › Export permissions',
  columns: [
    { header: 'Username', why: 'names the account' },
    { header: 'last_active_at or Last activity', why: 'says when the account last worked' },
    { header: 'last_sign_in_at', why: 'says when it last signed in' },
    { header: 'State', why: 'tells open accounts' },
  ],
  limits: ['The dates are in the export only since 2023; an older one is a list of seats.'],
  rowLimits: [],
};

const BUILDKITE: SystemCard = {
  id: 'buildkite',
  name: 'Buildkite',
  menuPath: 'Organization settings › Users › Export users',
  columns: [
    { header: 'Email', why: 'names the account' },
    { header: 'Last seen or Last login', why: 'says when it was last used' },
  ],
  limits: [
    'Accounts that never signed in show 30 July 2020; Fallow asks before it counts as never.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [],
};

export const CODE_HOST_CARDS: readonly SystemCard[] = [GITHUB, GITLAB, BUILDKITE];

export const CODE_HOST_PRESETS: readonly Preset[] = [
  {
    system: 'github',
    exportName: 'Copilot seats',
    signature: 'Login|Last Activity At|Last Surface Used',
    columns: [
      ['accountId', 'Login'],
      ['lastAction', 'Last Activity At'],
      ['lastSignIn', 'Last Authenticated At'],
      ['ignore', 'Report Time|Last Surface Used|Organization'],
    ],
    rowIs: 'accountAndSite',
    keepsDays: 90,
  },
  {
    system: 'github',
    exportName: 'Organisation members',
    signature: 'login|role|outside_collaborator',
    columns: [
      ['accountId', 'login'],
      ['ignore', 'id|last_logged_ip|2fa_enabled?|outside_collaborator'],
    ],
    rowIs: 'account',
  },
  {
    system: 'github',
    exportName: 'Enterprise Server users',
    signature: 'login|suspended?|last_active',
    columns: [
      ['accountId', 'login'],
      ['userName', 'raw_login'],
      ['lastAction', 'last_active'],
      ['accountSuspended', 'suspended?'],
      ['ignore', 'id|last_logged_ip|repos|ssh_keys|org_memberships|dormant?|2fa_enabled?'],
    ],
    rowIs: 'account',
  },
  {
    system: 'github',
    exportName: 'Licence export',
    signature: 'GitHub com login|License type|Total user accounts',
    columns: [
      ['accountId', 'GitHub com login'],
      ['displayName', 'GitHub com name'],
      ['licenceType', 'License type'],
      ['ignore', 'Enterprise server user ids|Total user accounts'],
    ],
    rowIs: 'account',
  },
  {
    system: 'gitlab',
    exportName: 'Seat usage',
    signature: 'Id|Name|Username|Email|State',
    columns: [
      ['accountId', 'Username'],
      ['displayName', 'Name'],
      ['lastAction', 'last_active_at'],
      ['lastSignIn', 'last_sign_in_at'],
      ['ignore', 'Id'],
    ],
    rowIs: 'account',
  },
  {
    system: 'gitlab',
    exportName: 'Members',
    signature: 'Username|Membership status|Access granted|Last activity',
    columns: [
      ['accountId', 'Username'],
      ['displayName', 'Name'],
      ['inheritedFrom', 'Group or project name'],
      ['role', 'Role'],
      ['accountStatus', 'Membership status'],
      ['assignedOn', 'Access granted'],
      ['retiredOn', 'Access expiration'],
      ['lastAction', 'Last activity'],
      ['ignore', 'Path|Type|Role type|Membership type|Membership source'],
    ],
    rowIs: 'accountAndGroup',
  },
  {
    system: 'buildkite',
    exportName: 'Users',
    signature: 'Name|Email|Last seen|Teams',
    columns: [
      ['accountId', 'Email'],
      ['lastSignIn', 'Last seen'],
      ['ignore', 'Teams'],
    ],
    neverDay: '2020-07-30',
  },
];
