import type { RowIndex } from '../../core/base/brand.ts';
import { canonicalId } from '../../core/ingest/canonicalId.ts';
import { seatKeyOf } from '../../core/inventory/seatKey.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import type { SeatIdentity } from '../../core/reclaim/caseRecord.ts';
import { pseudonymOf } from '../../core/reclaim/pseudonymOf.ts';
import { accountName } from './accountName.ts';

/** Who holds a seat, as the snapshot tells it: what the ledger keeps of it in personal parts. */
export function seatIdentityOf(
  snapshot: Snapshot,
  seat: number,
  hmacHex: (text: string) => string,
): SeatIdentity {
  const { accounts, seats, strings, licenceTypes } = snapshot;
  const account = seats.account[seat]! as RowIndex;
  const accountId = accounts.accountId.at(account);
  const canonical = canonicalId(accountId);
  const licenceType = licenceTypes[seats.licenceType[seat]!]!;
  return {
    seat: seatKeyOf(canonical, licenceType),
    pseudonym: pseudonymOf(canonical, hmacHex),
    account: canonical,
    accountId,
    licenceType,
    name: accountName(snapshot, account),
    email: accounts.email?.at(account) || accounts.userPrincipalName?.at(account) || '',
    manager: strings[accounts.manager[account]!]!,
    unit: strings[accounts.unit[account]!]!,
    role: strings[accounts.role[account]!]!,
    inheritedFrom: strings[seats.inheritedFrom[seat]!]!,
  };
}
