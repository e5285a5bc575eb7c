import type { OtherRow } from '../classifyRow.ts';
import { findFormFindings, findTablesBelow } from '../findFormFindings.ts';
import { NO_TABLES, type FoundTables } from '../foundTables.ts';
import type { Dialect } from '../importPlan.ts';
import { findRowLimit } from '../rowLimit.ts';
import type { NotUnderstood } from './factRowReader.ts';
import { schemaOf } from './kindSchemas.ts';
import { whyLeftOut } from './leftOutHeader.ts';
import type { TableFinding } from './tableFinding.ts';
import { IGNORED, type TablePlan } from './tablePlan.ts';

/** What a reading of the rows can tell; a survey knows less of it than an import. */
export interface ReadRowFacts {
  /** Rows of the whole file; `undefined` when only its head was read. */
  readonly rowsRead: number | undefined;
  /** The file says itself that it stops early. */
  readonly hasTruncationNotice: boolean;
  readonly widerRows?: number;
  readonly narrowerRows?: number;
  readonly repeatedHeaders?: number;
  readonly notUnderstood?: readonly NotUnderstood[];
  /** Rows that are no data, by reason. */
  readonly others?: ReadonlyMap<OtherRow, number>;
  /** Outer forms of the further files, where the plan does not name them yet. */
  readonly furtherForms?: readonly Dialect[] | undefined;
  /** Other tables below the rows. */
  readonly furtherTables?: FoundTables;
}

/** Findings of a file of rows under a plan: of its columns in file order, then of the file as a whole. */
export function findTableFindings(plan: TablePlan, facts: ReadRowFacts): readonly TableFinding[] {
  const findings: TableFinding[] = [...findColumnFindings(plan)];
  const { rowsRead, hasTruncationNotice } = facts;
  const limit = rowsRead === undefined ? undefined : findRowLimit(rowsRead, plan.system);
  if (limit) findings.push(limit);
  else if (hasTruncationNotice && rowsRead !== undefined) {
    findings.push({ kind: 'rowLimit', rows: rowsRead, byNotice: true });
  }
  findings.push(
    ...findFormFindings(plan.dialect, facts.furtherForms ?? plan.appended?.map(({ dialect }) => dialect)),
  );
  findings.push(...findTablesBelow(facts.furtherTables ?? NO_TABLES, plan.answers));
  for (const kind of ['widerRows', 'narrowerRows', 'repeatedHeaders'] as const) {
    const rows = facts[kind] ?? 0;
    if (rows > 0) findings.push({ kind, rows });
  }
  for (const reason of ['total', 'group', 'footer'] as const) {
    const rows = facts.others?.get(reason) ?? 0;
    if (rows > 0) findings.push({ kind: 'otherRows', reason, rows });
  }
  for (const { header, what, rows, example, places } of facts.notUnderstood ?? []) {
    findings.push({ kind: 'notUnderstood', header, what, rows, example, places });
  }
  return findings;
}

function findColumnFindings(plan: TablePlan): readonly TableFinding[] {
  const schema = schemaOf(plan.kind);
  const findings: TableFinding[] = [];
  const seen = new Map<string, number>();
  for (const { header, position, meaning } of plan.columns) {
    const why = whyLeftOut(schema, header);
    if (why === 'secret') findings.push({ kind: 'secretColumn', header });
    if (why === 'purpose') findings.push({ kind: 'leftOutOnPurpose', header });
    const name = header.trim();
    if (name === '') {
      if (meaning !== IGNORED) findings.push({ kind: 'emptyHeader', position });
      continue;
    }
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 2) findings.push({ kind: 'duplicateHeader', header });
  }
  return findings;
}
