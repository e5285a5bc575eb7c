import { canonicalText } from './canonicalText.ts';
import type { LedgerEntry, LedgerValue, PersonalPart, RecordedEntry } from './ledgerEntry.ts';
import type { CheckableEntry } from './verifyChain.ts';

/** With names, or without the personal parts. */
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
 * what {@link exportLedger} writes, or whose form differs from the first line's; or the entries, still to be verified.
 */
export function readLedgerExport(
  text: string,
): { readonly entries: readonly CheckableEntry[] } | { readonly badLine: number } {
  const lines = text.split('\n');
  if (lines.pop() !== '') return { badLine: lines.length + 1 };
  const entries: CheckableEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const read = readLine(line);
    const isOtherForm = (read?.personal === undefined) !== ((entries[0] ?? read)?.personal === undefined);
    if (read === undefined || isOtherForm) return { badLine: index + 1 };
    entries.push(read);
  }
  return { entries };
}

function readLine(line: string): CheckableEntry | undefined {
  let value: LedgerValue;
  try {
    value = JSON.parse(line) as LedgerValue;
    if (canonicalText(value) !== line) return undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof RangeError) return undefined;
    throw failure;
  }
  if (!isObject(value) || !isObject(value['entry'])) return undefined;
  const { entry, personal, ...others } = value;
  if (Object.keys(others).length > 0) return undefined;
  if (personal === undefined) return { entry: entry as unknown as LedgerEntry, personal: undefined };
  if (!isObject(personal)) return undefined;
  const { reason } = personal;
  const withReason = { ...personal, reason: reason === null ? undefined : reason } as unknown as PersonalPart;
  return { entry: entry as unknown as LedgerEntry, personal: withReason };
}

const isObject = (value: LedgerValue | undefined): value is { readonly [key: string]: LedgerValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
