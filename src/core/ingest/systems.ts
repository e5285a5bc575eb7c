import { ATLASSIAN_CARD } from './platforms/atlassian.ts';
import { CODE_HOST_CARDS } from './platforms/codeHosts.ts';
import { ENTERPRISE_DESK_CARDS } from './platforms/enterpriseDesks.ts';
import { IDENTITY_CARDS } from './platforms/identity.ts';
import { MICROSOFT_365_CARD } from './platforms/microsoft365.ts';
import { SERVICE_DESK_CARDS } from './platforms/serviceDesks.ts';
import { SERVICENOW_CARD } from './platforms/serviceNow.ts';
import type { SystemCard } from './platforms/systemCard.ts';
import { WORK_TOOL_CARDS } from './platforms/workTools.ts';

export type { SystemCard } from './platforms/systemCard.ts';

/**
 * Row counts at which exports of many systems stop: round ones, and those of a spreadsheet that is full to its last row,
 * with a header in its first row or without. Source: row and history limits.
 */
export const COMMON_ROW_LIMITS: readonly number[] = [1_000, 5_000, 10_000, 30_000, 1_048_575, 1_048_576];

/** Systems with a preset, in the order of the list; the last one reads any other file. */
export const SYSTEMS: readonly SystemCard[] = [
  SERVICENOW_CARD,
  ATLASSIAN_CARD,
  ...SERVICE_DESK_CARDS,
  ...ENTERPRISE_DESK_CARDS,
  MICROSOFT_365_CARD,
  ...IDENTITY_CARDS,
  ...CODE_HOST_CARDS,
  ...WORK_TOOL_CARDS,
  {
    id: 'other',
    name: 'Other system',
    menuPath: 'the list of users or of licences in its administration, saved as CSV',
    columns: [
      { header: 'user name, login or account id', why: 'names the account' },
      { header: 'last login or last activity', why: 'says when the seat was last used' },
      { header: 'status', why: 'tells open accounts from closed ones' },
      { header: 'created or assigned', why: 'tells a new seat from one that was never used' },
      { header: 'licence type', why: 'says what is paid for' },
    ],
    limits: [
      'Many exports stop at a round number of rows. Compare the count with the one your system shows.',
    ],
    rowLimits: [],
  },
];

/** The card of a system by its id; the card of any other system when the id is not known. */
export const systemCardOf = (id: string): SystemCard =>
  SYSTEMS.find((card) => card.id === id || card.name === id) ?? SYSTEMS[SYSTEMS.length - 1]!;
