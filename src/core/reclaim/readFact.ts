import { fail, succeed, type Result } from '../base/result.ts';
import { Misfit, shape, type FactParts } from './factCodec.ts';
import { FACT_SHAPES, type FactShape } from './factShapes.ts';
import type { RecordedEntry } from './ledgerEntry.ts';
import { isLedgerKind } from './ledgerKinds.ts';
import type { RecordedFact } from './recordedFact.ts';

/** An entry whose content has not the form of its kind, for example one written by a newer Fallow. */
export interface UnreadableEntry {
  readonly sequence: number;
  /** Field that does not fit, or `kind`. */
  readonly field: string;
}

/** Reads the typed fact of a stored entry: the one border at which the contents of entries are checked. */
export function readFact({ entry, personal }: RecordedEntry): Result<RecordedFact, UnreadableEntry> {
  if (!isLedgerKind(entry.kind)) return fail({ sequence: entry.sequence, field: 'kind' });
  const { fields } = FACT_SHAPES[entry.kind] as unknown as FactShape<RecordedFact>;
  const parts: FactParts = {
    from: entry.from,
    to: entry.to,
    dueOn: entry.dueOn,
    appliedOn: entry.appliedOn,
    reason: personal.reason,
    texts: personal.texts,
  };
  try {
    const content = shape(fields).read(entry.body, parts, '');
    return succeed({ kind: entry.kind, ...content } as RecordedFact);
  } catch (failure) {
    if (failure instanceof Misfit) return fail({ sequence: entry.sequence, field: failure.path });
    throw failure;
  }
}
