import { dayFirst, EXPORT_DAY, isoDay, serviceNowUsers, type ServiceNowUser } from './serviceNowUsers.ts';

/** Header of a real dump of the table sys_user. */
const DUMP_HEADER =
  'sys_class_name,user_name,user_password,password_needs_reset,preferred_language,country,introduction,first_name,middle_name,last_name,name,phone,home_phone,mobile_phone,email,title,gender,accumulated_roles,time_zone,date_format,time_format,last_login,last_login_time,locked_out,last_password,last_login_device,manager,notification,calendar_integration,photo,default_perspective,location,department,edu_status,company,source,street,city,state,zip,employee_number,vip,building,failed_attempts,active,sys_domain,cost_center,avatar,sys_id,sys_updated_by,sys_updated_on,sys_created_by,sys_created_on,sys_mod_count,internal_integration_user,federated_id,hashed_user_id,schedule,ldap_server,web_service_access_only,enable_multifactor_authn,sys_domain_path';

const flag = (on: boolean): string => (on ? '1' : '0');

function dumpRow(user: ServiceNowUser, index: number): string {
  const { story, lastLogin } = user;
  const cells: Readonly<Record<string, string | undefined>> = {
    sys_class_name: 'sys_user',
    user_name: user.userName,
    user_password: 'x9T/kQ0=',
    password_needs_reset: '0',
    first_name: user.firstName || undefined,
    last_name: user.lastName,
    name: `${user.firstName} ${user.lastName}`.trim(),
    email: user.email,
    last_login: lastLogin && user.keepsLoginDay ? isoDay(lastLogin.day) : undefined,
    last_login_time: lastLogin && `${isoDay(lastLogin.day)} ${lastLogin.time}`,
    locked_out: flag(story === 'closed'),
    manager: user.manager,
    notification: '2',
    calendar_integration: '1',
    department: user.department,
    company: 'Northmoor',
    employee_number: user.employeeNumber,
    vip: flag(user.isVip),
    failed_attempts: '0',
    active: flag(story !== 'closed'),
    sys_domain: 'global',
    sys_id: (index * 2_654_435_761).toString(16).padStart(32, '0'),
    sys_updated_by: 'system',
    sys_updated_on: '2026-06-30 01:00:00',
    sys_created_by: 'admin',
    sys_created_on: `${isoDay(user.createdOn)} 05:06:06`,
    sys_mod_count: '12',
    internal_integration_user: flag(story === 'integration'),
    web_service_access_only: flag(story === 'webService'),
    enable_multifactor_authn: '0',
    sys_domain_path: '/',
  };
  return DUMP_HEADER.split(',')
    .map((name) => cells[name] ?? 'NULL')
    .join(',');
}

/** The dump as a database writes it: no quotes, NULL for empty, 1 and 0, UTC. UTF-8, CRLF. */
export const sysUserDump = (): string => [DUMP_HEADER, ...serviceNowUsers().map(dumpRow), ''].join('\r\n');

/** One column of the export with labels. */
type LabelColumn = readonly [label: string, value: (user: ServiceNowUser) => string];

const LABELS: readonly LabelColumn[] = [
  ['User ID', ({ userName }) => userName],
  ['Name', ({ firstName, lastName }) => (firstName === '' ? lastName : `${lastName}, ${firstName}`)],
  ['Email', ({ email }) => email ?? ''],
  ['License type', ({ story }) => (story === 'dormant' ? 'Business Stakeholder' : 'Fulfiller')],
  ['Active', ({ story }) => String(story !== 'closed')],
  ['Locked out', ({ story }) => String(story === 'closed')],
  ['Web service access only', ({ story }) => String(story === 'webService')],
  ['Internal Integration User', ({ story }) => String(story === 'integration')],
  ['Department', ({ department }) => department],
  ['Manager', ({ manager }) => manager],
  ['Employee number', ({ employeeNumber }) => employeeNumber],
  ['Title', ({ story }) => (story === 'dormant' ? 'Analyst – “on call”' : 'Agent, €uro desk')],
  [
    'Last login',
    ({ lastLogin, keepsLoginDay }) => (lastLogin && keepsLoginDay ? dayFirst(lastLogin.day) : ''),
  ],
  ['Last login time', ({ lastLogin }) => (lastLogin ? `${dayFirst(lastLogin.day)} ${lastLogin.time}` : '')],
  ['Created', ({ createdOn }) => `${dayFirst(createdOn)} 05:06:06`],
];

/** Letters outside Latin-1 that windows-1252 has. */
const SPECIAL: Readonly<Record<string, number>> = { '€': 0x80, '“': 0x93, '”': 0x94, '–': 0x96, Š: 0x8a };

const toWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => SPECIAL[letter] ?? letter.charCodeAt(0));

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The list export with labels: all cells quoted, windows-1252, days first, empty as `""`. */
export function labelExport(users: readonly ServiceNowUser[] = serviceNowUsers(true)): Uint8Array {
  const lines = [
    LABELS.map(([label]) => quoted(label)).join(','),
    ...users.map((user) => LABELS.map(([, value]) => quoted(value(user))).join(',')),
    '',
  ];
  return toWindows1252(lines.join('\r\n'));
}

/** Name for files of the day that the exports describe. */
export const exportName = (kind: string): string => `${kind}_${isoDay(EXPORT_DAY)}.csv`;
