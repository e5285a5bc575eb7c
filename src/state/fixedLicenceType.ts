import type { ContractLine } from '../core/contract/contractLine.ts';
import type { ImportPlan } from '../core/ingest/importPlan.ts';

/** Whether rows would give accounts but no seats. */
export const lacksLicenceType = ({
  columns,
  fixedLicenceType,
}: Pick<ImportPlan, 'columns' | 'fixedLicenceType'>): boolean =>
  (fixedLicenceType ?? '').trim() === '' && !columns.some(({ meaning }) => meaning === 'licenceType');

/**
 * A list without a licence column gives every account one seat, of the contract's type where there is one line.
 * Otherwise nobody but the person knows the name that the order form uses.
 */
export const licenceTypeToPropose = (
  plan: ImportPlan,
  lines: readonly Pick<ContractLine, 'licenceType'>[],
): string | undefined => (lacksLicenceType(plan) && lines.length === 1 ? lines[0]?.licenceType : undefined);
