import { checkSeat } from '../../core/policy/checkSeat.ts';
import type { CheckView } from '../reviewView.ts';
import type { Evaluated } from './evaluated.ts';

/** Results of the ten safety checks for one seat. */
export const checksOf = (evaluated: Evaluated, seat: number): readonly CheckView[] =>
  checkSeat(evaluated.context, seat);
