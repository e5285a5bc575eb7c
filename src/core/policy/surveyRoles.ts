import { saysNone } from '../ingest/furtherText.ts';
import { ACCOUNT_STATUSES } from '../inventory/enumerations.ts';
import type { AccountTable, Snapshot } from '../inventory/snapshot.ts';
import { compileWords } from './findWords.ts';

/** Which roles and permissions protect a seat by check 3. */
export interface RoleSurvey {
  /** 1 for each code of the string table whose text names an administrator; used for roles and permissions only. */
  readonly administrator: Uint8Array;
  /** Open accounts with such a role or such permissions. */
  readonly administrators: number;
  /** 1 for each code whose text tells a role for emergencies. */
  readonly breakGlass: Uint8Array;
  /** 1 for each code whose text, in the column of delegates and approvers, says that an account is one. */
  readonly listed: Uint8Array;
}

const ADMINISTRATOR_WORDS = ['admin', 'admins', 'administrator', 'administrators', 'sysadmin'];

/** Whether the role or the permissions of an account have a mark of the survey. */
export const hasRole = (marks: Uint8Array, { role, permissions }: AccountTable, account: number): boolean =>
  marks[role[account]!] === 1 || (permissions !== undefined && marks[permissions[account]!] === 1);

/** Whether the list says of an account that it is a delegate or an approver. */
export const isListed = (
  { listed }: RoleSurvey,
  { delegateOrApprover }: AccountTable,
  account: number,
): boolean => delegateOrApprover !== undefined && listed[delegateOrApprover[account]!] === 1;

/** Reads the roles and permissions of a snapshot once per distinct text. */
export function surveyRoles({ accounts, strings }: Snapshot): RoleSurvey {
  const matcher = compileWords([ADMINISTRATOR_WORDS, ['breakglass']]);
  const administrator = new Uint8Array(strings.length);
  const breakGlass = new Uint8Array(strings.length);
  strings.forEach((text, code) => {
    const bits = matcher.match(text, 0, text.length);
    administrator[code] = bits & 1;
    breakGlass[code] = (bits >> 1) & 1;
  });
  const closed = ACCOUNT_STATUSES.indexOf('deactivated');
  let administrators = 0;
  for (let account = 0; account < accounts.count; account += 1) {
    if (accounts.status[account] !== closed && hasRole(administrator, accounts, account)) administrators += 1;
  }
  const listed = new Uint8Array(strings.length);
  for (const code of new Set(accounts.delegateOrApprover)) listed[code] = saysNone(strings[code]!) ? 0 : 1;
  return { administrator, administrators, breakGlass, listed };
}
