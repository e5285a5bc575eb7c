import type { FurtherText } from './meaning.ts';

/** Names of the further texts of an account, as columns are headed and listed. */
export const FURTHER_TEXT_NAMES: Readonly<Record<FurtherText, string>> = {
  permissions: 'Permissions',
  delegateOrApprover: 'Delegate or approver',
  costCentre: 'Cost centre',
  department: 'Department',
  division: 'Division',
  queues: 'Queues or groups',
  scheduledJobs: 'Scheduled jobs',
  defaultOwnerOf: 'Default owner of',
  jurisdiction: 'Jurisdiction',
  project: 'Project',
  criticality: 'Criticality',
};
