import type { Snapshot } from '../inventory/snapshot.ts';
import type { PreparedSeats } from './preparedSeats.ts';

/** Numbers the units that have seats, in the order of their codes, and gives every seat its unit and licence type. */
export function groupSeats({
  accounts,
  seats,
  strings,
  licenceTypes,
}: Snapshot): Pick<PreparedSeats, 'units' | 'group'> {
  const isUsed = new Uint8Array(strings.length);
  for (let seat = 0; seat < seats.count; seat += 1) isUsed[accounts.unit[seats.account[seat]!]!] = 1;
  const units: string[] = [];
  const unitOfCode = new Uint32Array(strings.length);
  isUsed.forEach((used, code) => {
    if (used === 1) unitOfCode[code] = units.push(strings[code]!) - 1;
  });
  const types = licenceTypes.length;
  const group = units.length * types <= 1 << 16 ? new Uint16Array(seats.count) : new Uint32Array(seats.count);
  for (let seat = 0; seat < seats.count; seat += 1) {
    group[seat] = unitOfCode[accounts.unit[seats.account[seat]!]!]! * types + seats.licenceType[seat]!;
  }
  return { units, group };
}
