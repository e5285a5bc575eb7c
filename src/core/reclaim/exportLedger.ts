import { canonicalText } from './canonicalText.ts';
import type { LedgerEntry, LedgerValue, PersonalPart, RecordedEntry } from './ledgerEntry.ts';
import type { CheckableEntry } from './verifyChain.ts';

export type LedgerForm = 'full' | 'pseudonymised';

/**
 * The ledger as NDJSON in canonical form, one entry a line, ended by a line break. The full form carries the personal
 * parts with their salts; the pseudonymised form leaves them out. Both verify to the same head.
 */
export function exportLedger(entries: readonly RecordedEntry[], form: LedgerForm): string {
  return entries.map((recorded) => `${canonicalText(lineValue(recorded, form))}\n`).join('');
}

function lineValue({ entry, personal }: RecordedEntry, form: LedgerForm): LedgerValue {
  const bare = { entry: entry as unknown as LedgerValue };
  return form === 'full' ? { ...bare, personal: { ...personal, reason: personal.reason ?? null } } : bare;
}

/**
 * Reads an exported ledger of either form. The answer is the number (from 1) of the first line that is not exactly
 * what {@link exportLedger} writes, or the entries, still to be verified.
 */
export function readLedgerExport(
  text: string,
): { readonly entries: readonly CheckableEntry[] } | { readonly badLine: number } {
  const lines = text.split('\n');
  if (lines.pop() !== '') return { badLine: lines.length + 1 };
  const entries: CheckableEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const read = readLine(line);
    if (read === undefined) return { badLine: index + 1 };
    entries.push(read);
  }
  return { entries };
}

function readLine(line: string): CheckableEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
    if (canonicalText(value as LedgerValue) !== line) return undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof RangeError) return undefined;
    throw failure;
  }
  if (typeof value !== 'object' || value === null || !('entry' in value)) return undefined;
  const { entry, personal } = value as {
    entry: LedgerEntry;
    personal?: Omit<PersonalPart, 'reason'> & { reason: string | null };
  };
  if (typeof entry !== 'object' || entry === null) return undefined;
  return { entry, personal: personal && { ...personal, reason: personal.reason ?? undefined } };
}
