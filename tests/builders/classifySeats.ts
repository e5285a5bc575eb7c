import type { Evaluation } from '../../src/core/policy/evaluation.ts';
import { evaluateSeats } from '../../src/core/policy/kernel.ts';
import type { PreparedSeats } from '../../src/core/policy/preparedSeats.ts';
import type { WindowChoice } from '../../src/core/policy/windowsOf.ts';

/** Category and boundary mark of every seat, without the counts. */
export const classifySeats = (prepared: PreparedSeats, choice: WindowChoice): Evaluation =>
  evaluateSeats(prepared, choice).evaluation;
