import { visibleText } from '../../core/ingest/visibleText.ts';
import type { SeatRow } from '../../worker/reviewView.ts';

type NamedSeat = Pick<SeatRow, 'seat' | 'name' | 'licenceType' | 'accountId'>;

/**
 * What each seat is called by its controls, so that no two are called alike: the name; with the licence type where
 * the name stands twice; with the account as well where name and licence type do.
 */
export function nameSeats(seats: readonly NamedSeat[]): ReadonlyMap<number, string> {
  const forms: readonly ((seat: NamedSeat) => string)[] = [
    ({ name }) => visibleText(name),
    ({ name, licenceType }) => [name, licenceType].map(visibleText).join(', '),
    ({ name, licenceType, accountId }) => [name, licenceType, accountId].map(visibleText).join(', '),
  ];
  const called = new Map<number, string>();
  let unnamed = seats;
  for (const [at, form] of forms.entries()) {
    const uses = new Map<string, number>();
    for (const seat of unnamed) uses.set(form(seat), (uses.get(form(seat)) ?? 0) + 1);
    for (const seat of unnamed) {
      if (uses.get(form(seat)) === 1 || at === forms.length - 1) called.set(seat.seat, form(seat));
    }
    unnamed = unnamed.filter(({ seat }) => !called.has(seat));
  }
  return called;
}
