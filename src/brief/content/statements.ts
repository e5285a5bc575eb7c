import { listed } from '../../core/base/listed.ts';
import { formatDay } from '../../core/base/formatDay.ts';
import { nextCommitmentFrom } from '../../core/contract/nextCommitmentFrom.ts';
import type { BriefBlock } from './briefContent.ts';
import type { BriefInput } from './briefInput.ts';

/** A statement that must appear, as one block. */
export const statement = (text: string): BriefBlock => ({ kind: 'statement', text: [text] });

/**
 * Statement 1, once for every day on which a term without a reduction right is followed by the next commitment.
 * Where the days differ, each names its licence types.
 */
export function freeingStatements(input: BriefInput): readonly BriefBlock[] {
  const typesByStart = new Map<string, string[]>();
  for (const { licenceType, entitlement } of input.lines) {
    if (entitlement.reductionRight !== 'none') continue;
    const start = formatDay(nextCommitmentFrom(entitlement.termEnd));
    typesByStart.set(start, [...(typesByStart.get(start) ?? []), licenceType]);
  }
  const covered = [...typesByStart.values()].flat().length;
  return [...typesByStart].map(([start, licenceTypes]) => {
    const scope =
      covered === input.lines.length && typesByStart.size === 1 ? '' : `${listed(licenceTypes)}: `;
    return statement(
      `${scope}Freeing a seat does not lower this term's bill. This brief concerns the next commitment, from ${start}; ` +
        'no refund or rebate for the current term is requested.',
    );
  });
}

export const NOT_IN_THE_REQUEST = statement(
  'Service, integration and shared accounts and periodic users are not in the request.',
);

export const COUNTED_AS_NEEDED = statement(
  'Seats whose use is unknown are counted as needed, and so are borderline seats that nobody has looked at.',
);

export const REPRODUCIBLE = statement('The figures can be reproduced from the files named in section 4.');

export const LEDGER_HEAD = statement(
  'The ledger head shows that the record was not altered after the head left the customer. It does not prove the time of an entry.',
);

export const BUYER_PREPARED = statement(
  'Prepared by the buyer; not affiliated with the vendor; not legal advice.',
);
