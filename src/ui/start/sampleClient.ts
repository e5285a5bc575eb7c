import type { NewClient } from '../../state/workspaceStore.ts';

/** The fictitious client; its list and contract go through the same import as a person's own. */
export const SAMPLE_CLIENT: NewClient = {
  name: 'Larkfield Group',
  timeZone: 'Europe/London',
  fiscalYearStart: 1,
  sample: true,
};

/** Accounts of the sample, for the count that is shown while it is opened. */
export const SAMPLE_ACCOUNTS = 2000;
