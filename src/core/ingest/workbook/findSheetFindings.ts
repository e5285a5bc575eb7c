import type { FileFinding, SheetSurvey } from '../fileSurvey.ts';
import type { SheetRows } from './sheetRows.ts';

/** What only the rows of the chosen sheets show, counted over all of them. */
export type SheetCounts = Pick<SheetRows, 'missingResults' | 'hiddenRows'>;

/** What should be known of a workbook's sheets: which are put together, which are left out, and what they lack. */
export function findSheetFindings(
  sheets: readonly SheetSurvey[],
  { missingResults, hiddenRows }: SheetCounts,
): FileFinding[] {
  const namesOf = (matches: (sheet: SheetSurvey) => boolean): string[] =>
    sheets.filter(matches).map(({ name }) => name);
  const findings: FileFinding[] = [];
  const appended = namesOf(({ chosen }) => chosen).slice(1);
  if (appended.length > 0) findings.push({ kind: 'appendedSheets', sheets: appended });
  const first = sheets.find(({ chosen }) => chosen);
  const others = namesOf(
    ({ chosen, hidden, header, rows }) => !chosen && !hidden && rows > 0 && header !== first?.header,
  );
  if (others.length > 0) findings.push({ kind: 'otherSheets', sheets: others });
  const hidden = namesOf((sheet) => sheet.hidden && !sheet.chosen);
  if (hidden.length > 0) findings.push({ kind: 'hiddenSheets', sheets: hidden });
  if (hiddenRows > 0) findings.push({ kind: 'hiddenRows', rows: hiddenRows });
  if (missingResults > 0) findings.push({ kind: 'missingResults', cells: missingResults });
  return findings;
}
