import type { ContractLine, OverlapAnswer } from './contractLine.ts';
import { findOverlaps } from './findOverlaps.ts';

/**
 * The answer that a line keeps when it is saved anew. It holds for the lines it was given about: when the edit makes
 * the line overlap with another earlier line, or with none, the question is open again. Source: CONTRACT-04.
 */
export function answerAfterEdit(
  stored: readonly ContractLine[],
  edited: ContractLine,
): OverlapAnswer | undefined {
  const before = earlierLines(stored, edited.id);
  const isStored = stored.some(({ id }) => id === edited.id);
  const lines = isStored
    ? stored.map((line) => (line.id === edited.id ? edited : line))
    : [...stored, edited];
  const after = earlierLines(lines, edited.id);
  return after.length > 0 && after.every((id) => before.includes(id)) ? edited.overlap : undefined;
}

const earlierLines = (lines: readonly ContractLine[], id: string): readonly string[] =>
  findOverlaps(lines).find(({ second }) => second === id)?.earlier ?? [];
