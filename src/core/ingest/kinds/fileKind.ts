/** Every kind of file that can be loaded, in the order of the list on screen. Source: LOAD-08, kinds of imports. */
export const FILE_KINDS = [
  'users',
  'activity',
  'roster',
  'modules',
  'purchases',
  'assets',
  'absences',
  'onCall',
  'closedTickets',
  'answers',
  'unitMapping',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Kinds that are read by a schema of columns: all but the users list, which makes a snapshot, and answer files. */
export type SchemaKind = Exclude<FileKind, 'users' | 'answers'>;

/** Kinds whose rows are kept one by one. Of an activity log only day counts are kept. */
export type TableKind = Exclude<FileKind, 'users' | 'activity'>;

/** Names of the kinds, as in the list on screen. */
export const FILE_KIND_NAMES: Readonly<Record<FileKind, string>> = {
  users: 'Users',
  activity: 'Activity',
  roster: 'Roster',
  modules: 'Modules and tiers',
  purchases: 'Purchases',
  assets: 'Assets',
  absences: 'Absences',
  onCall: 'On-call',
  closedTickets: 'Closed tickets',
  answers: 'Decision answers',
  unitMapping: 'Unit mapping',
};
