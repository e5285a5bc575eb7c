/** What the System combobox offers and what its card says. Texts are sentences for the screen. */
export interface SystemCard {
  readonly id: string;
  readonly name: string;
  /** Where the right export is found. */
  readonly menuPath: string;
  /** Columns that must be in the export to tell idle seats from used ones. */
  readonly columns: readonly { readonly header: string; readonly why: string }[];
  /** What the export cannot show, or cuts off. */
  readonly limits: readonly string[];
  /** Rows at which an export of this system stops without saying so. */
  readonly rowLimits: readonly number[];
}

/** Round row counts at which exports of many systems stop. Source: row and history limits. */
export const COMMON_ROW_LIMITS: readonly number[] = [1_000, 5_000, 10_000, 30_000];

/** Systems with a preset, in the order of the list; the last one reads any other file. */
export const SYSTEMS: readonly SystemCard[] = [
  {
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
      'Dates are written in the time zone and format of whoever exports, so choose it under “Time zone of the file”.',
      'Since the Xanadu release requests of integration users also move the last login.',
      'Login history is kept for 30 days. It cannot carry a window of 90 days.',
      'The users list does not say which licence a user holds. Give one licence type for the whole file, or add a column that names it to the list before you export.',
    ],
    rowLimits: [10_000],
  },
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
