import type { DateOrder } from './dateReading.ts';
import type { XrayAnswer } from './xrayQuestion.ts';

/** An answer that a person gave to a question about a file, as it is kept in the plan and with it in the snapshot. */
export type GivenAnswer =
  | XrayAnswer
  | { readonly kind: 'dateOrder'; readonly position: number; readonly answer: DateOrder }
  | { readonly kind: 'blankMeaning'; readonly position: number; readonly answer: 'never' | 'notKnown' };

interface Answered {
  readonly answers?: readonly GivenAnswer[] | undefined;
}

/** The plan with an answer kept in it; another answer to the same question takes the first one's place. */
export function keepAnswer<Plan extends Answered>(plan: Plan, given: GivenAnswer): Plan {
  const others = (plan.answers ?? []).filter(
    ({ kind, position }) => kind !== given.kind || position !== given.position,
  );
  return { ...plan, answers: [...others, given] };
}

/** An answer as the ledger keeps it: with the name of the column instead of its place. */
export interface RecordedAnswer {
  /** Header of the column; where it has none, its place: `Column 3`. */
  readonly column: string;
  readonly kind: GivenAnswer['kind'];
  readonly answer: GivenAnswer['answer'];
}

/** A plan of any kind of file, with what was answered. */
interface AnsweredPlan extends Answered {
  readonly columns: readonly { readonly position: number; readonly header: string }[];
}

/** The answers kept in a plan by the names of their columns, in file order of the columns. Source: LOAD-26. */
export function recordedAnswersOf({ answers = [], columns }: AnsweredPlan): readonly RecordedAnswer[] {
  const nameOf = (position: number): string => {
    const header = columns.find((column) => column.position === position)?.header.trim() ?? '';
    return header === '' ? `Column ${position + 1}` : header;
  };
  return answers
    .toSorted((one, other) => one.position - other.position)
    .map(({ kind, position, answer }) => ({ column: nameOf(position), kind, answer }));
}
