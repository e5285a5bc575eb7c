import { isOneOf } from '../base/exhaustive.ts';
import { compileByteDateReader, type ByteDateReader } from './byteDateReader.ts';
import { cellText } from './cellText.ts';
import {
  CELL_READ,
  compileColumnStep,
  dateReadingOf,
  keptLifeIndex,
  mergeLifeDay,
  placeInMeaning,
  type ColumnStep,
} from './columnStep.ts';
import { isDateProblem } from './dateProblem.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { joinFurtherText } from './furtherText.ts';
import { FURTHER_TEXTS, LIFE_MEANINGS, type FurtherText, type LifeMeaning } from './meaning.ts';
import {
  evidenceSlot,
  FIRST_FURTHER,
  lifeSlot,
  REPEATING_TEXTS,
  SPAN_TEXTS,
  type RepeatingText,
  type RowSpans,
} from './rowSpans.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';
import { setCellText } from './spanCellText.ts';
import { SpanTexts } from './spanTexts.ts';
import type { UnreadWords } from './unreadWords.ts';
import type { UserRow } from './userRow.ts';
import { utf8ToText } from './utf8Bytes.ts';

/**
 * Reads the cell from `start` to `end` of the row's bytes into the row and its spans: {@link CELL_READ}, or the date
 * problem for which the row is rejected. What a cell means is what `ColumnStep` says of its text.
 */
export type ByteColumnStep = (row: UserRow, spans: RowSpans, start: number, end: number) => number;

/** Different cells of a column that are kept as strings; units, managers and licence types repeat. */
const MOST_TEXTS = 1 << 17;

/** `place`: the column's place among those of its meaning. */
function spanTextStep(slot: number, place: number): ByteColumnStep {
  return (_row, spans, start, end) => {
    if (place === 0 || spans.isEmpty(slot)) setCellText(spans, slot, start, end);
    return CELL_READ;
  };
}

interface LifeField {
  get(row: UserRow): number;
  set(row: UserRow, day: number): void;
}

/** One pair of functions each, for the reason given at `TEXT_SETTERS`. */
const LIFE_FIELDS: Readonly<Record<LifeMeaning, LifeField>> = {
  createdOn: { get: (row) => row.createdOn, set: (row, day) => void (row.createdOn = day) },
  assignedOn: { get: (row) => row.assignedOn, set: (row, day) => void (row.assignedOn = day) },
  activatedOn: { get: (row) => row.activatedOn, set: (row, day) => void (row.activatedOn = day) },
  retiredOn: { get: (row) => row.retiredOn, set: (row, day) => void (row.retiredOn = day) },
  invitedOn: { get: (row) => row.invitedOn, set: (row, day) => void (row.invitedOn = day) },
  leftOn: { get: (row) => row.leftOn, set: (row, day) => void (row.leftOn = day) },
};

interface TextField {
  get(row: UserRow): string;
  set(row: UserRow, text: string): void;
}

const TEXT_FIELDS: Readonly<Record<Exclude<RepeatingText, FurtherText>, TextField>> = {
  unit: { get: (row) => row.unit, set: (row, text) => void (row.unit = text) },
  manager: { get: (row) => row.manager, set: (row, text) => void (row.manager = text) },
  role: { get: (row) => row.role, set: (row, text) => void (row.role = text) },
  delegates: { get: (row) => row.delegates, set: (row, text) => void (row.delegates = text) },
  inheritedFrom: { get: (row) => row.inheritedFrom, set: (row, text) => void (row.inheritedFrom = text) },
};

/** `place`: the column's place among those of its meaning. */
function lifeSpanStep(meaning: LifeMeaning, read: ByteDateReader, place: number): ByteColumnStep {
  const kept = keptLifeIndex(meaning);
  const slot = lifeSlot(kept);
  const { get, set } = LIFE_FIELDS[meaning];
  return (row, spans, start, end) => {
    const day = read(spans.bytes, start, end);
    if (isDateProblem(day)) return day;
    const before = get(row);
    const merged = mergeLifeDay(meaning, before, day);
    set(row, merged);
    if (kept >= 0 && merged !== before) {
      spans.set(slot, start, end);
      row.lifeColumns[kept] = place;
    }
    return CELL_READ;
  };
}

function evidenceSpanStep(index: number, read: ByteDateReader): ByteColumnStep {
  const slot = evidenceSlot(index);
  return (row, spans, start, end) => {
    const day = read(spans.bytes, start, end);
    if (isDateProblem(day)) return day;
    row.evidenceDays[index] = day;
    spans.set(slot, start, end);
    return CELL_READ;
  };
}

/** Texts that repeat, such as units and managers; equal cells share one string. The columns of a meaning share `texts`. */
function repeatingTextStep(meaning: Exclude<RepeatingText, FurtherText>, texts: SpanTexts): ByteColumnStep {
  const place = REPEATING_TEXTS.indexOf(meaning);
  const { get, set } = TEXT_FIELDS[meaning];
  return (row, spans, start, end) => {
    if (get(row) !== '') return CELL_READ;
    const number = start === end ? -1 : texts.numberOf(spans.bytes, start, end);
    spans.numbers[place] = number;
    set(row, number < 0 ? cellText(utf8ToText(spans.bytes, start, end)) : texts.textAt(number));
    return CELL_READ;
  };
}

/** As {@link repeatingTextStep}; a text that is joined to that of an earlier column has no number. */
function furtherTextStep(meaning: FurtherText, texts: SpanTexts): ByteColumnStep {
  const place = FURTHER_TEXTS.indexOf(meaning);
  return ({ further }, { bytes, numbers }, start, end) => {
    const before = further[place]!;
    const number = start === end ? -1 : texts.numberOf(bytes, start, end);
    const text = number < 0 ? cellText(utf8ToText(bytes, start, end)) : texts.textAt(number);
    const joined = joinFurtherText(meaning, before, text);
    further[place] = joined;
    if (before === '') numbers[FIRST_FURTHER + place] = number;
    else if (joined !== before) numbers[FIRST_FURTHER + place] = -1;
    return CELL_READ;
  };
}

/** Every other meaning goes by its text; equal cells share one string. */
function repeatingStep(step: ColumnStep): ByteColumnStep {
  const texts = new SpanTexts(MOST_TEXTS);
  return (row, spans, start, end) => step(row, texts.textOf(spans.bytes, start, end));
}

function readerFor(column: ColumnPlan, plan: ImportPlan): ByteDateReader {
  const { reading, context } = dateReadingOf(column, plan);
  return compileByteDateReader(reading, context);
}

/** The repeating texts of one import, by meaning. */
export type SharedTexts = Readonly<Record<RepeatingText, SpanTexts>>;

/** No texts yet: one set is made for each import, and shared by all of its columns. */
export const buildSharedTexts = (): SharedTexts => {
  const build = (): SpanTexts => new SpanTexts(MOST_TEXTS, cellText);
  return Object.fromEntries(REPEATING_TEXTS.map((meaning) => [meaning, build()])) as Record<
    RepeatingText,
    SpanTexts
  >;
};

/** As `compileColumnStep`, for cells that are still bytes. */
export function compileByteColumnStep(
  column: ColumnPlan,
  plan: ImportPlan,
  evidenceIndex: number,
  shared: SharedTexts,
  unread?: UnreadWords,
): ByteColumnStep | undefined {
  const { meaning } = column;
  if (isOneOf(SPAN_TEXTS, meaning)) {
    return spanTextStep(SPAN_TEXTS.indexOf(meaning), placeInMeaning(column, plan));
  }
  if (isOneOf(FURTHER_TEXTS, meaning)) return furtherTextStep(meaning, shared[meaning]);
  if (isOneOf(REPEATING_TEXTS, meaning)) return repeatingTextStep(meaning, shared[meaning]);
  if (isOneOf(LIFE_MEANINGS, meaning)) {
    return lifeSpanStep(meaning, readerFor(column, plan), placeInMeaning(column, plan));
  }
  if (isEvidenceMeaning(meaning)) return evidenceSpanStep(evidenceIndex, readerFor(column, plan));
  const step = compileColumnStep(column, plan, evidenceIndex, unread);
  return step && repeatingStep(step);
}
