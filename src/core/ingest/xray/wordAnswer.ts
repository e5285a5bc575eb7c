import { visibleText } from '../visibleText.ts';
import type { GivenAnswer, RecordedAnswer } from '../givenAnswer.ts';
import { XRAY_ANSWER_NAMES } from './wordXrayQuestion.ts';

/** What each question is about, in a few words; stands behind the name of its column. */
export const QUESTION_TOPICS: Readonly<Record<GivenAnswer['kind'], string>> = {
  dateOrder: 'day and month',
  blankMeaning: 'empty cells',
  frozenColumn: 'no recent date',
  attemptsColumn: 'failed attempts',
  signInBeforeCreated: 'sign-ins before creation',
  actionAfterSignIn: 'work after the last sign-in',
  serialNumbers: 'numbers among dates',
  swappedDays: 'day and month exchanged',
  lostDigits: 'lost digits',
  lostZeros: 'lost leading zeros',
  concealedNames: 'hidden names',
  placeholderDates: 'placeholder dates',
  sharedOldestDate: 'one oldest date',
  neverWords: 'words for never',
  droppedDates: 'dropped dates',
  secondTable: 'another table below',
};

/** Names of all answers to questions about a file. */
export const ANSWER_NAMES: Readonly<Record<GivenAnswer['answer'], string>> = {
  ...XRAY_ANSWER_NAMES,
  dayFirst: 'Day first',
  monthFirst: 'Month first',
  yearFirst: 'Year first',
};

/** Name of one answer: an empty cell means *never used*. */
export const answerName = ({ kind, answer }: Pick<RecordedAnswer, 'kind' | 'answer'>): string =>
  kind === 'blankMeaning' && answer === 'never' ? 'Never used' : ANSWER_NAMES[answer];

/** `Last login, one oldest date: Never`: an answer in one line. Source: LOAD-26. */
export const wordAnswer = (given: RecordedAnswer): string =>
  `${visibleText(given.column)}, ${QUESTION_TOPICS[given.kind]}: ${answerName(given)}`;
