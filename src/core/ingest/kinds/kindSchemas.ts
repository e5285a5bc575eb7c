import { ABSENCES_KIND } from './absencesKind.ts';
import { ACTIVITY_KIND } from './activityKind.ts';
import { ANSWERS_KIND } from './answersKind.ts';
import { ASSETS_KIND } from './assetsKind.ts';
import { CLOSED_TICKETS_KIND } from './closedTicketsKind.ts';
import type { FileKind, SchemaKind } from './fileKind.ts';
import type { FactColumn, KindSchema } from './kindSchema.ts';
import { MODULES_KIND } from './modulesKind.ts';
import { ON_CALL_KIND } from './onCallKind.ts';
import { PURCHASES_KIND } from './purchasesKind.ts';
import { ROSTER_KIND } from './rosterKind.ts';
import { UNIT_MAPPING_KIND } from './unitMappingKind.ts';

const SCHEMAS: Readonly<Record<Exclude<FileKind, 'users'>, KindSchema>> = {
  activity: ACTIVITY_KIND,
  roster: ROSTER_KIND,
  modules: MODULES_KIND,
  purchases: PURCHASES_KIND,
  assets: ASSETS_KIND,
  absences: ABSENCES_KIND,
  onCall: ON_CALL_KIND,
  closedTickets: CLOSED_TICKETS_KIND,
  answers: ANSWERS_KIND,
  unitMapping: UNIT_MAPPING_KIND,
};

/** The schema of a kind of file. */
export const schemaOf = (kind: Exclude<FileKind, 'users'>): KindSchema => SCHEMAS[kind];

/** Schemas of the kinds that a delimited file or a sheet can be, in the order of the list. */
export const FILE_SCHEMAS: readonly (KindSchema & { readonly kind: SchemaKind })[] = Object.values(
  SCHEMAS,
).filter((schema): schema is KindSchema & { readonly kind: SchemaKind } => schema.kind !== 'answers');

/** The canonical column of that name. Throws for a name that the kind does not have. */
export function factColumnOf(schema: KindSchema, name: string): FactColumn {
  const column = schema.columns.find((found) => found.name === name);
  if (!column) throw new RangeError(`A file of kind ${schema.kind} has no column ${name}.`);
  return column;
}

/** Whether a canonical column is read as dates. */
export const isDateColumn = ({ type }: FactColumn): boolean =>
  type === 'day' || type === 'month' || type === 'moment';
