import type { FileSurvey } from '../core/ingest/fileSurvey.ts';
import type { ImportAnswer, Receipt } from '../worker/loadView.ts';
import type { ImportSource } from '../worker/protocol.ts';
import type { AskedQuestion } from './askedQuestions.ts';
import { AT_REST, type ImportRunFacts } from './importRun.ts';
import { NOT_ASKED, type Loaded } from './loaded.ts';

export type CompletenessQuestion = Omit<Extract<ImportAnswer, { outcome: 'completenessOpen' }>, 'outcome'>;

/** What the Load screen knows of the users file that is chosen, and of the last import. */
export interface LoadFacts extends ImportRunFacts {
  readonly system: string;
  readonly source: ImportSource | undefined;
  readonly sourceName: string;
  /** The survey as last made under the plan. */
  readonly survey: Loaded<FileSurvey>;
  readonly questions: readonly AskedQuestion[];
  /** The file of the last import, as long as the page is open: it can be read again with other answers. */
  readonly readFile:
    { readonly snapshot: string; readonly source: ImportSource; readonly name: string } | undefined;
  readonly completeness: CompletenessQuestion | undefined;
  readonly receipt: Receipt | undefined;
  /** The chosen file was loaded before with other settings; `confirmed` once it is to be read again. */
  readonly repeat: { readonly receipt: Receipt; readonly confirmed: boolean } | undefined;
}

/** No file is chosen. */
export const NO_FILE = {
  source: undefined,
  sourceName: '',
  survey: NOT_ASKED,
  questions: [],
  completeness: undefined,
  repeat: undefined,
  ...AT_REST,
} satisfies Partial<LoadFacts>;

/** How the parts of the store read and change what it knows. */
export interface LoadSlice {
  get(): LoadFacts;
  set(facts: Partial<LoadFacts>): void;
}
