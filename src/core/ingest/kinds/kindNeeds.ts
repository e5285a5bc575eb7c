import type { KindForm, KindSchema } from './kindSchema.ts';
import type { TableColumnPlan, TablePlan } from './tablePlan.ts';

type Mapped = readonly Pick<TableColumnPlan, 'meaning'>[];

const isMapped = (columns: Mapped, name: string): boolean => columns.some(({ meaning }) => meaning === name);

const unmetGroups = (form: KindForm, columns: Mapped): readonly (readonly string[])[] =>
  form.groups.map(({ anyOf }) => anyOf).filter((anyOf) => !anyOf.some((name) => isMapped(columns, name)));

/** Forms of a kind for which the file has every column. */
export const mappedForms = (schema: KindSchema, columns: Mapped): readonly KindForm[] =>
  schema.forms.filter((form) => unmetGroups(form, columns).length === 0);

/**
 * What a file still lacks: groups of canonical columns of which each needs one source column, for the form of the kind
 * that lacks least. Empty when the file can be imported as far as its columns go.
 */
export function missingColumns(schema: KindSchema, columns: Mapped): readonly (readonly string[])[] {
  const unmet = schema.forms.map((form) => unmetGroups(form, columns));
  return unmet.reduce((least, next) => (next.length < least.length ? next : least));
}

/** Whether prices are read whose currency neither a column nor the person names. */
export const lacksCurrency = ({ columns, facts }: Pick<TablePlan, 'columns' | 'facts'>): boolean =>
  isMapped(columns, 'unitPrice') && !isMapped(columns, 'currency') && facts.currency === undefined;
