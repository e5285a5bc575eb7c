import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesLater, rowsAt, type ReadColumn } from './readColumn.ts';

/** Rows whose last sign-in lies before the creation of the account. Source of the rule: LOAD-27. */
export function findSignInBeforeCreated(signIn: ReadColumn, created: ReadColumn): XrayQuestion | undefined {
  if (signIn.isOpen || created.isOpen) return undefined;
  const places = placesLater(created, signIn);
  if (places.length === 0) return undefined;
  return {
    kind: 'signInBeforeCreated',
    position: signIn.column.position,
    createdPosition: created.column.position,
    count: places.length,
    rows: rowsAt(signIn, places, (place) => created.cells[place]!),
    answers: ['keep', 'ignoreCreated'],
    recommended: 'keep',
  };
}
