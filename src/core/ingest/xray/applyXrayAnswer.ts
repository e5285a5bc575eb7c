import { unreachable } from '../../base/exhaustive.ts';
import { keepAnswer } from '../givenAnswer.ts';
import { readHeaderKey } from '../headerKey.ts';
import type { DateReading } from '../dateReading.ts';
import type { ColumnPlan, ImportPlan } from '../importPlan.ts';
import type { Meaning } from '../meaning.ts';
import { isEvidenceMeaning, proposedClassOf, signalKindOf } from '../signalDefaults.ts';
import { readingUnderSwap } from './readingUnderSwap.ts';
import type { XrayAnswer, XrayAnswerOf, XrayKind, XrayQuestion } from '../xrayQuestion.ts';

/**
 * The plan under an answer, which is kept in it; another answer to the same question takes the first one back. Answers
 * that change no reading (`replaceFile`, `useAnyway`, `countOnly`, `keep`) are kept only. Source of the rule: LOAD-26.
 */
export function applyXrayAnswer<Kind extends XrayKind>(
  plan: ImportPlan,
  question: Extract<XrayQuestion, { readonly kind: Kind }>,
  answer: XrayAnswerOf<Kind>,
): ImportPlan {
  const given = { kind: question.kind, position: question.position, answer } as XrayAnswer;
  return keepAnswer(readUnder(plan, question, given), given);
}

/** Answer given to a question so far. */
export const answerTo = (
  plan: ImportPlan,
  { kind, position }: XrayQuestion,
): XrayAnswer['answer'] | undefined =>
  plan.answers?.find((given): given is XrayAnswer => given.kind === kind && given.position === position)
    ?.answer;

function readUnder(plan: ImportPlan, question: XrayQuestion, { answer }: XrayAnswer): ImportPlan {
  const { position } = question;
  switch (question.kind) {
    case 'frozenColumn':
    case 'lostDigits':
    case 'lostZeros':
    case 'concealedNames':
    case 'secondTable':
      return plan;
    case 'attemptsColumn':
      return withMeaning(plan, position, (column) =>
        answer === 'useAnyway' ? signInOf(column) : 'lastAttempt',
      );
    case 'signInBeforeCreated':
      return withMeaning(plan, question.createdPosition, () => (answer === 'keep' ? 'createdOn' : 'ignore'));
    case 'actionAfterSignIn':
      return withMeaning(plan, question.signInPosition, (column) =>
        answer === 'ignoreSignIn'
          ? 'ignore'
          : column.meaning === 'ignore'
            ? signInOf(column)
            : column.meaning,
      );
    case 'serialNumbers':
      return withDates(plan, position, (dates) => ({ ...dates, numbers: answer as DateReading['numbers'] }));
    case 'swappedDays':
      return withDates(plan, position, (dates) =>
        readingUnderSwap(dates, question, answer === 'swapBack' ? 'swapBack' : 'asWritten'),
      );
    case 'placeholderDates':
      return withDates(plan, position, (dates) => ({ ...dates, placeholdersMeanNever: answer === 'never' }));
    case 'sharedOldestDate': {
      const { day } = question;
      return withDates(plan, position, (dates) => {
        const others = (dates.neverDays ?? []).filter((known) => known !== day);
        return { ...dates, neverDays: answer === 'never' ? [...others, day] : others };
      });
    }
    case 'neverWords': {
      const asked = new Set(question.words);
      return withDates(plan, position, (dates) => {
        const others = dates.neverWords.filter((word) => !asked.has(word.trim().toLowerCase()));
        return { ...dates, neverWords: answer === 'never' ? [...others, ...question.words] : others };
      });
    }
    case 'droppedDates': {
      const { days } = question;
      return withDates(plan, position, (dates) => ({
        ...dates,
        blankMeansAtLeast: answer === 'atLeast' ? days : undefined,
      }));
    }
    default:
      return unreachable(question);
  }
}

/** The sign-in that a column of attempts is taken for: that of the identity provider, or of the application. */
const signInOf = ({ header }: ColumnPlan): Meaning =>
  readHeaderKey(header).key === 'lastsignindatetime' ? 'lastSsoSignIn' : 'lastSignIn';

const withColumn = (
  plan: ImportPlan,
  position: number,
  change: (column: ColumnPlan) => ColumnPlan,
): ImportPlan => ({
  ...plan,
  columns: plan.columns.map((column) => (column.position === position ? change(column) : column)),
});

/** A column under another meaning, with the signal kind and the class that belong to it. */
const withMeaning = (
  plan: ImportPlan,
  position: number,
  choose: (column: ColumnPlan) => Meaning,
): ImportPlan =>
  withColumn(plan, position, (column) => {
    const meaning = choose(column);
    if (meaning === column.meaning) return column;
    const signalKind = isEvidenceMeaning(meaning) ? signalKindOf(meaning) : undefined;
    return {
      ...column,
      meaning,
      signalKind,
      proposedClass: signalKind === undefined ? undefined : proposedClassOf(signalKind),
    };
  });

const withDates = (
  plan: ImportPlan,
  position: number,
  change: (dates: DateReading) => DateReading,
): ImportPlan =>
  withColumn(plan, position, (column) =>
    column.dates ? { ...column, dates: change(column.dates) } : column,
  );
