import type { FileFinding } from './fileSurvey.ts';
import type { FoundTables } from './foundTables.ts';
import type { GivenAnswer } from './givenAnswer.ts';
import type { Dialect } from './importPlan.ts';

/**
 * What the outer form of a file has that a person should know; the same before and after the import. The upper of two
 * header rows counts as a line above the header, a blank line does not. Of several files each kind is told once, at the
 * first file that has it, the lines above all of their headers together. Source: LOAD-04, LOAD-05.
 */
export function findFormFindings(dialect: Dialect, further: readonly Dialect[] = []): readonly FileFinding[] {
  const findings = new Map<FileFinding['kind'], FileFinding>();
  for (const finding of [dialect, ...further].flatMap(findOfOne)) {
    const before = findings.get(finding.kind);
    const isSum = before?.kind === 'linesAboveHeader' && finding.kind === 'linesAboveHeader';
    if (isSum) findings.set(finding.kind, { ...finding, lines: before.lines + finding.lines });
    else if (!before) findings.set(finding.kind, finding);
  }
  return [...findings.values()];
}

function findOfOne({
  encoding,
  otherAlphabet,
  wrappedLines,
  singleQuotes,
  linesBeforeHeader,
  blankLinesAbove = 0,
  twoHeaderRows,
}: Dialect): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  if (otherAlphabet === true) findings.push({ kind: 'otherAlphabet' });
  else if (encoding === 'windows-1252') findings.push({ kind: 'encodingFallback' });
  if (wrappedLines === true) findings.push({ kind: 'wrappedLines' });
  if (singleQuotes === true) findings.push({ kind: 'singleQuotes' });
  const lines = linesBeforeHeader - blankLinesAbove;
  if (lines > 0) findings.push({ kind: 'linesAboveHeader', lines });
  if (twoHeaderRows === true) findings.push({ kind: 'twoHeaderRows' });
  return findings;
}

/**
 * Other tables below the list: those that were left out, and those that were read with it although nobody has said that
 * they belong to it.
 */
export function findTablesBelow(
  { leftOut, readOn }: FoundTables,
  answers: readonly GivenAnswer[] = [],
): readonly FileFinding[] {
  const findings: FileFinding[] = [];
  if (leftOut) findings.push({ kind: 'secondTable', ...leftOut });
  if (readOn && !answers.some(({ kind }) => kind === 'secondTable')) {
    const { row, names, tables } = readOn;
    findings.push({ kind: 'secondTable', row, names, tables });
  }
  return findings;
}
