import { canonicalText, toCanonicalValue } from '../../core/reclaim/canonicalText.ts';
import type { LedgerValue, Sha256Hex } from '../../core/reclaim/ledgerEntry.ts';
import type { ContractLine } from '../../core/contract/contractLine.ts';
import type { BriefInput } from './briefInput.ts';

/**
 * First 8 hexadecimal digits of the SHA-256 over everything that decides what a brief says: client code, definition,
 * snapshots, contract, ledger head, edition, paper, brief date, application version.
 */
export function briefId(input: BriefInput, sha256: Sha256Hex): string {
  const contract = input.contractLines.map(contractFacts).map(canonicalText).toSorted();
  const facts = canonicalText({
    client: input.client.id,
    policy: input.policyVersions.at(-1)?.hash ?? null,
    snapshots: input.sources.map(({ source }) => source.sha256),
    ...(input.logs?.length ? { logs: input.logs.map(({ sha256 }) => sha256) } : {}),
    contract: sha256(contract.join('\n')),
    ledgerHead: input.ledgerHead ? [input.ledgerHead.sequence, input.ledgerHead.hash] : null,
    edition: input.options.edition,
    paper: input.options.paper,
    briefDate: input.options.briefDate,
    smallestGroup: null,
    application: input.applicationVersion,
  });
  return sha256(facts).slice(0, 8);
}

function contractFacts({
  notice,
  unitPriceAYear,
  lighterLicenceType,
  overlap,
  ...line
}: ContractLine): LedgerValue {
  return toCanonicalValue<LedgerValue>({
    ...line,
    notice: notice === undefined ? null : { length: notice.length, unit: notice.unit },
    unitPriceAYear: unitPriceAYear ?? null,
    lighterLicenceType: lighterLicenceType ?? null,
    overlap: overlap ?? null,
  });
}
