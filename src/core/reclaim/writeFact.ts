import type { FactParts } from './factCodec.ts';
import { shape } from './factCodec.ts';
import { FACT_SHAPES, type FactShape } from './factShapes.ts';
import type { LedgerFact } from './ledgerEntry.ts';
import type { RecordedFact } from './recordedFact.ts';

/** Spreads a typed fact over the parts of an entry: open fields in the body, names and free text in the personal part. */
export function writeFact(fact: RecordedFact): LedgerFact {
  const { fields, subject } = FACT_SHAPES[fact.kind] as unknown as FactShape<RecordedFact>;
  const parts: FactParts = {
    from: null,
    to: null,
    dueOn: null,
    appliedOn: null,
    reason: undefined,
    texts: {},
  };
  const body = shape(fields).write(fact, parts, '') as LedgerFact['body'];
  return {
    kind: fact.kind,
    subject: subject(fact),
    from: parts.from,
    to: parts.to,
    body,
    dueOn: parts.dueOn,
    appliedOn: parts.appliedOn,
    personal: { reason: parts.reason, texts: parts.texts },
  };
}
