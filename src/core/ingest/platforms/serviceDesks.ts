import type { Preset } from './preset.ts';
import { PATH_NOT_CONFIRMED, type SystemCard } from './systemCard.ts';

const FRESHSERVICE: SystemCard = {
  id: 'freshservice',
  name: 'Freshservice',
  menuPath: 'Admin › Agents › Export',
  columns: [
    { header: 'Email', why: 'names the account' },
    { header: 'last_active_at, last_login_at', why: 'say when the agent last worked and last signed in' },
    { header: 'Occasional', why: 'tells day-pass agents (TRUE) from full-time seats (FALSE)' },
    { header: 'active, created_at', why: 'tell closed and new accounts' },
  ],
  limits: [
    'Occasional agents use a day pass per day; they hold no full seat.',
    'The export of the screen may lack the last login. A scripted export of the agents has it.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [],
};

const ZENDESK: SystemCard = {
  id: 'zendesk',
  name: 'Zendesk',
  menuPath: 'Admin Center › People › Team members › Export',
  columns: [
    { header: 'ID, Email', why: 'name the account' },
    { header: 'Last sign-in', why: 'says when the member last signed in' },
    { header: 'Suspended', why: 'TRUE means suspended' },
    { header: 'Date created', why: 'tells a new member' },
  ],
  limits: [
    'The last sign-in also moves with requests by API token, so scripts can look like people.',
    'Only sign-ins are known; real work needs the ticket activity.',
    'Headers may be in the language of the account.',
  ],
  rowLimits: [],
};

const TOPDESK: SystemCard = {
  id: 'topdesk',
  name: 'TOPdesk',
  menuPath: 'Supporting Files › Operators › Overview › Export',
  columns: [
    { header: 'Inlognaam (Login name)', why: 'names the operator' },
    { header: 'Laatst ingelogd (Last login)', why: 'says when the operator last signed in' },
    { header: 'Licentie (Licence)', why: 'says what is paid for' },
    { header: 'Gearchiveerd (Archived)', why: 'tells closed operators' },
  ],
  limits: [
    'From November 2025 every operator is linked to a person; accounts of interfaces are listed apart.',
    'Files are semicolon separated, in windows-1252, with dates such as 27-03-2026 08:14.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [],
};

const MANAGE_ENGINE: SystemCard = {
  id: 'manageengine',
  name: 'ManageEngine ServiceDesk Plus',
  menuPath: 'Reports › New Custom Report › Technicians, with login name and last login, then Export as CSV',
  columns: [
    { header: 'Login Name', why: 'names the technician' },
    { header: 'Last Login', why: 'says when the technician last signed in' },
    { header: 'Created Time', why: 'tells a new technician' },
  ],
  limits: [
    'Reports carry title lines, headings of groups and totals; they are left out and counted.',
    'A date of 0 or −1 means that there is none; Fallow asks before it counts as never.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [],
};

const SOLARWINDS: SystemCard = {
  id: 'solarwinds',
  name: 'SolarWinds Service Desk',
  menuPath: 'Setup › Users & Groups › Users › Actions › Export to CSV',
  columns: [
    { header: 'Email', why: 'names the account' },
    { header: 'Last Login', why: 'says when the account last signed in' },
    { header: 'Role, Disabled', why: 'tell agents from requesters and closed accounts' },
  ],
  limits: [
    'With single sign-on the last login moves only on a fresh sign-in, so people who stay signed in look idle.',
    'The login history is an export of its own; load it as activity.',
    PATH_NOT_CONFIRMED,
  ],
  rowLimits: [],
};

const GLPI: SystemCard = {
  id: 'glpi',
  name: 'GLPI',
  menuPath: 'Administration › Users, show the column Last login, then export all pages as CSV',
  columns: [
    { header: 'Login', why: 'names the account' },
    { header: 'Last login', why: 'says when the account last signed in' },
    { header: 'Active', why: 'tells open accounts from closed ones' },
    { header: 'Profile, Entity', why: 'say what the account may do and whose it is' },
  ],
  limits: [
    'The delimiter and the order of day and month follow the exporting user’s preferences.',
    'Export all pages, not only the one on the screen.',
  ],
  rowLimits: [],
};

export const SERVICE_DESK_CARDS: readonly SystemCard[] = [
  FRESHSERVICE,
  ZENDESK,
  TOPDESK,
  MANAGE_ENGINE,
  SOLARWINDS,
  GLPI,
];

export const SERVICE_DESK_PRESETS: readonly Preset[] = [
  {
    system: 'freshservice',
    exportName: 'Agents',
    signature: 'Email|Occasional',
    columns: [
      ['lastSignIn', 'last_login_at|Last login'],
      ['lastAction', 'last_active_at|Last active'],
      ['licenceType', 'Occasional', { yes: 'Occasional', no: 'Full-time' }],
      ['unit', 'department_names|Department|Departments'],
      ['manager', 'Reporting Manager'],
      ['role', 'Roles'],
      ['firstName', 'First Name'],
      ['lastName', 'Last Name'],
      ['ignore', 'has_logged_in|Groups|Title|Location|Time Zone|Language'],
    ],
    rowIs: 'account',
  },
  {
    system: 'zendesk',
    exportName: 'Team members',
    signature: 'ID|Email|Suspended|Last sign-in',
    columns: [
      ['accountId', 'ID'],
      ['displayName', 'Name'],
      ['accountSuspended', 'Suspended'],
      ['createdOn', 'Date created'],
      ['lastSignIn', 'Last sign-in'],
      ['unit', 'Primary Group'],
      ['ignore', 'Last updated|Groups|Time zone|Language'],
    ],
    rowIs: 'account',
  },
  {
    system: 'zendesk',
    exportName: 'Members with last login, from an admin app',
    signature: 'Last Login At Date|Last Login At Time',
    columns: [
      ['lastSignIn', 'Last Login At Date'],
      ['ignore', 'Last Login At Time|Last Login (RAW)'],
    ],
    rowIs: 'account',
  },
  {
    system: 'topdesk',
    exportName: 'Operators',
    signature: 'Inlognaam|Laatst ingelogd',
    columns: [
      ['accountId', 'Inlognaam'],
      ['lastSignIn', 'Laatst ingelogd'],
      ['licenceType', 'Licentie'],
      ['accountSuspended', 'Gearchiveerd'],
      ['unit', 'Kostenplaats|Afdeling'],
      ['displayName', 'Naam|Volledige naam|Behandelaar'],
      ['createdOn', 'Aangemaakt op|Aanmaakdatum'],
    ],
    rowIs: 'account',
  },
  {
    system: 'topdesk',
    exportName: 'Operators, in English',
    signature: 'Login name|Last login|Archived',
    columns: [
      ['accountId', 'Login name'],
      ['displayName', 'Operator|Name|Full name'],
      ['accountSuspended', 'Archived'],
      ['licenceType', 'Licence'],
      ['unit', 'Cost centre|Budget holder|Department'],
    ],
    rowIs: 'account',
  },
  {
    system: 'manageengine',
    exportName: 'Technicians report',
    signature: 'Login Name|Last Login|Created Time',
    columns: [
      ['accountId', 'Login Name'],
      ['lastSignIn', 'Last Login|Last Login Time'],
      ['createdOn', 'Created Time'],
      ['displayName', 'Technician|Name|Technician Name'],
      ['unit', 'Department Name|Department|Site'],
    ],
    rowIs: 'account',
  },
  {
    system: 'solarwinds',
    exportName: 'Users',
    signature: 'Email|Last Login|Disabled|Role',
    without: 'Profile|Username',
    columns: [
      ['lastSignIn', 'Last Login'],
      ['accountSuspended', 'Disabled'],
      ['unit', 'Department|Site'],
      ['manager', 'Reports To'],
    ],
    rowIs: 'account',
  },
  {
    system: 'glpi',
    exportName: 'Users',
    signature: 'Login|Last login|Active',
    columns: [
      ['accountId', 'Login'],
      ['lastSignIn', 'Last login'],
      ['unit', 'Entity|Entities'],
      ['firstName', 'First name'],
      ['lastName', 'Last name|Surname'],
      ['ignore', 'Location|Phone'],
      ['role', 'Profile|Profiles'],
    ],
    rowIs: 'account',
  },
  {
    system: 'glpi',
    exportName: 'Utilisateurs',
    signature: 'Identifiant|Dernière connexion|Actif',
    columns: [
      ['accountId', 'Identifiant'],
      ['lastSignIn', 'Dernière connexion'],
      ['unit', 'Entité|Entités'],
      ['firstName', 'Prénom'],
      ['lastName', 'Nom de famille'],
      ['displayName', 'Nom'],
      ['ignore', 'Lieu|Téléphone'],
      ['role', 'Profil|Profils'],
    ],
    rowIs: 'account',
  },
];
