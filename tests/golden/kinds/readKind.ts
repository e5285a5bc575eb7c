import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BLANK, NEVER, dayOf, isDay } from '../../../src/core/base/dayValue.ts';
import { readIsoDay } from '../../../src/core/base/epochDay.ts';
import { formatIsoDay } from '../../../src/core/base/formatDay.ts';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { factColumnOf, schemaOf } from '../../../src/core/ingest/kinds/kindSchemas.ts';
import { surveyTable, type TableSurvey } from '../../../src/core/ingest/kinds/surveyTable.ts';
import type { FactTable, FactValues } from '../../../src/core/inventory/factTable.ts';
import type { ByteSource } from '../../../src/worker/thread/decodeFile.ts';
import { readSurveyInput } from '../../../src/worker/thread/surveyFile.ts';
import { byteFile } from '../../worker/thread/byteFile.ts';

const FOLDER = import.meta.dirname;

/** Names of the files with rows, without their ending. */
export const KIND_CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => name.replace(/\.csv$/, ''));

export const kindFile = (name: string): ByteSource =>
  byteFile([new Uint8Array(readFileSync(join(FOLDER, `${name}.csv`)))], `${name}.csv`);

export const WORKING_DAY = readIsoDay('2026-06-30')!;

/** The survey of a file as the kind it seems to be. */
export async function surveyKind(name: string): Promise<TableSurvey> {
  const ask = {
    fileTime: undefined,
    system: 'other',
    plan: undefined,
    workspaceZone: 'Europe/London',
    workingDay: WORKING_DAY,
  };
  const input = await readSurveyInput({ file: kindFile(name) as File }, ask, new AbortController().signal);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  return surveyTable(input.value, undefined, undefined);
}

function valueOf(values: FactValues, table: FactTable, name: string, row: number): string | number {
  switch (values.held) {
    case 'text':
      return values.texts.at(row as RowIndex);
    case 'word':
      return table.strings[values.words[row]!]!;
    case 'day': {
      const day = values.days[row]!;
      if (isDay(day)) return formatIsoDay(dayOf(day));
      return day === BLANK ? '' : day === NEVER ? 'never' : 'unreadable';
    }
    case 'number':
      return Number.isNaN(values.numbers[row]) ? '' : values.numbers[row]!;
    case 'code': {
      const { codes } = factColumnOf(schemaOf(table.layout.kind), name);
      return codes?.[values.codes[row]! - 1]?.[0] ?? '';
    }
  }
}

/** The rows of a table, each as its filled values by canonical name. */
export const rowsOf = (table: FactTable): Record<string, string | number>[] =>
  Array.from({ length: table.count }, (_, row) =>
    Object.fromEntries(
      [...table.columns]
        .map(([name, values]) => [name, valueOf(values, table, name, row)] as const)
        .filter(([, value]) => value !== ''),
    ),
  );
