import { CATEGORIES, isFlagged } from './category.ts';
import type { Evaluation } from './evaluation.ts';
import type { PreparedSeats } from './preparedSeats.ts';
import { windowsOf, type WindowChoice } from './windowsOf.ts';

const LEAST_SILENCE = 180;

/**
 * Flagged seats without any signal of any kind for max(180, W) days and held at least that long: the count that
 * stands even under the vendor's most favourable reading. Never more than the flagged seats. A seat of which no
 * date of any kind is readable is not in it. Source: formula 12.4.
 */
export function undisputedCore(
  prepared: PreparedSeats,
  evaluation: Evaluation,
  choice: WindowChoice,
): number {
  const { quiet, tenure, licenceType, licenceTypes } = prepared;
  const flagged = Uint8Array.from(CATEGORIES, (category) => (isFlagged(category) ? 1 : 0));
  const needed = Uint16Array.from(licenceTypes, (name) =>
    Math.max(LEAST_SILENCE, windowsOf(choice, name).dormancy),
  );
  let core = 0;
  for (let seat = 0; seat < prepared.count; seat += 1) {
    const days = needed[licenceType[seat]!]!;
    if (flagged[evaluation.category[seat]!] === 1 && quiet[seat]! >= days && tenure[seat]! >= days) core += 1;
  }
  return core;
}
