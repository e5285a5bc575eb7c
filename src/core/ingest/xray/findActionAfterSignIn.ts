import type { XrayQuestion } from '../xrayQuestion.ts';
import { placesLater, rowsAt, type ReadColumn } from './readColumn.ts';

/** Rows whose last action lies after the last sign-in. Both stay as they are. Source: date hazards. */
export function findActionAfterSignIn(action: ReadColumn, signIn: ReadColumn): XrayQuestion | undefined {
  if (action.isOpen || signIn.isOpen) return undefined;
  const places = placesLater(action, signIn);
  if (places.length === 0) return undefined;
  return {
    kind: 'actionAfterSignIn',
    position: action.column.position,
    signInPosition: signIn.column.position,
    count: places.length,
    rows: rowsAt(action, places, (place) => signIn.cells[place]!),
    answers: ['keep', 'ignoreSignIn'],
    recommended: 'keep',
  };
}
