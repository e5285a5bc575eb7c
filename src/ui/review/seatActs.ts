import type { Category } from '../../core/policy/category.ts';

/** What a person can decide about a seat or its account on Review. */
export type SeatAct = 'person' | 'kind' | 'inactive' | 'pattern' | 'exception' | 'account' | 'byHand';

/**
 * What may change where a seat stands, by the category that it has. The rules are read in order, so a decision that a
 * later rule reads changes nothing: an exception does not reach an account that is not a person, and the finding
 * "inactive" only reaches a seat that a pattern, or one that could not be tested, holds back. A case by hand is
 * offered where one can be made.
 */
const ACTS: Readonly<Record<Category, readonly SeatAct[]>> = {
  notASeat: [],
  nonHuman: ['person', 'kind'],
  leaver: ['account', 'byHand'],
  excepted: ['exception', 'account'],
  tooNew: ['exception', 'account'],
  unknown: ['exception', 'account'],
  active: ['pattern', 'exception', 'account', 'byHand'],
  periodic: ['inactive', 'pattern', 'exception', 'account'],
  neverUsed: ['pattern', 'exception', 'account', 'byHand'],
  borderline: ['inactive', 'pattern', 'exception', 'account'],
  loginOnly: ['pattern', 'exception', 'account', 'byHand'],
  dormant: ['pattern', 'exception', 'account', 'byHand'],
};

/** What is offered for one seat. A borderline seat is a candidate once the queue is waived. */
export const actsOnSeat = (category: Category, candidate: boolean): readonly SeatAct[] =>
  candidate && !ACTS[category].includes('byHand') ? [...ACTS[category], 'byHand'] : ACTS[category];

/** What is offered for several seats at once, whose categories may differ unless all are accounts and no people. */
export const actsOnSeveral = (notPeople: boolean): readonly SeatAct[] =>
  notPeople ? ACTS.nonHuman : ['inactive', 'pattern', 'exception', 'account', 'person', 'byHand'];
