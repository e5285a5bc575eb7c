import { compileByteDateReader, type ByteDateReader } from './byteDateReader.ts';
import {
  CELL_READ,
  compileColumnStep,
  dateReadingOf,
  isOneOf,
  keptLifeIndex,
  mergeLifeDay,
  placeInMeaning,
  type ColumnStep,
} from './columnStep.ts';
import { isDateProblem } from './dateProblem.ts';
import type { ColumnPlan, ImportPlan } from './importPlan.ts';
import { LIFE_MEANINGS, type LifeMeaning } from './meaning.ts';
import { evidenceSlot, lifeSlot, SPAN_TEXTS, type RowSpans } from './rowSpans.ts';
import { isEvidenceMeaning } from './signalDefaults.ts';
import { setCellText } from './spanCellText.ts';
import { SpanTexts } from './spanTexts.ts';
import type { UserRow } from './userRow.ts';

/**
 * Reads the cell from `start` to `end` of the row's bytes into the row and its spans: {@link CELL_READ}, or the date
 * problem for which the row is rejected. What a cell means is what `ColumnStep` says of its text.
 */
export type ByteColumnStep = (row: UserRow, spans: RowSpans, start: number, end: number) => number;

/** Different cells of a column that are kept as strings; units, managers and licence types repeat. */
const MOST_TEXTS = 1 << 17;

function spanTextStep(slot: number): ByteColumnStep {
  return (_row, spans, start, end) => {
    if (spans.isEmpty(slot)) setCellText(spans, slot, start, end);
    return CELL_READ;
  };
}

/** `place`: the column's place among those of its meaning. */
function lifeSpanStep(meaning: LifeMeaning, read: ByteDateReader, place: number): ByteColumnStep {
  const kept = keptLifeIndex(meaning);
  return (row, spans, start, end) => {
    const day = read(spans.bytes, start, end);
    if (isDateProblem(day)) return day;
    const before = row[meaning];
    const merged = mergeLifeDay(meaning, before, day);
    row[meaning] = merged;
    if (kept >= 0 && merged !== before) {
      spans.set(lifeSlot(kept), start, end);
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

/** Every other meaning goes by its text; equal cells share one string. */
function repeatingStep(step: ColumnStep): ByteColumnStep {
  const texts = new SpanTexts(MOST_TEXTS);
  return (row, spans, start, end) => step(row, texts.textOf(spans.bytes, start, end));
}

function readerFor(column: ColumnPlan, plan: ImportPlan): ByteDateReader {
  const { reading, context } = dateReadingOf(column, plan);
  return compileByteDateReader(reading, context);
}

/** As `compileColumnStep`, for cells that are still bytes. */
export function compileByteColumnStep(
  column: ColumnPlan,
  plan: ImportPlan,
  evidenceIndex: number,
): ByteColumnStep | undefined {
  const { meaning } = column;
  if (isOneOf(SPAN_TEXTS, meaning)) return spanTextStep(SPAN_TEXTS.indexOf(meaning));
  if (isOneOf(LIFE_MEANINGS, meaning)) {
    return lifeSpanStep(meaning, readerFor(column, plan), placeInMeaning(column, plan));
  }
  if (isEvidenceMeaning(meaning)) return evidenceSpanStep(evidenceIndex, readerFor(column, plan));
  const step = compileColumnStep(column, plan, evidenceIndex);
  return step && repeatingStep(step);
}
