import { Dexie, type EntityTable } from 'dexie';
import Papa from 'papaparse';
import { answerBench } from './askBenchWorker.ts';

export type DexieQuestion =
  /** Stores the first rows of a file as objects, one record a row; reading the file is not timed. */
  | { readonly do: 'bulkAdd'; readonly file: File; readonly rows: number }
  /** The same, with reading the file in the time. */
  | { readonly do: 'parseAndAdd'; readonly file: File; readonly rows: number }
  | { readonly do: 'toArray' }
  | { readonly do: 'delete' };

export interface DexieAnswer {
  readonly rows: number;
  readonly milliseconds: number;
}

type Row = Record<string, string> & { id?: number };

class RowsDatabase extends Dexie {
  declare readonly rows: EntityTable<Row, 'id'>;
  constructor() {
    super('bench-rows', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: '++id' });
  }
}

function firstRows(file: File, wanted: number): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const rows: Row[] = [];
    Papa.parse<Row>(file, {
      header: true,
      preview: wanted,
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const row of data) rows.push(row);
      },
      complete: () => resolve(rows.slice(0, wanted)),
      error: reject,
    });
  });
}

answerBench<DexieQuestion>(async (question): Promise<DexieAnswer> => {
  if (question.do === 'delete') {
    await Dexie.delete('bench-rows');
    return { rows: 0, milliseconds: 0 };
  }
  let start = performance.now();
  const isAdded = question.do !== 'toArray';
  const rows = isAdded ? await firstRows(question.file, question.rows) : [];
  const database = new RowsDatabase();
  if (isAdded) await database.open();
  if (question.do !== 'parseAndAdd') start = performance.now();
  if (isAdded) await database.rows.bulkAdd(rows);
  const found = question.do === 'toArray' ? (await database.rows.toArray()).length : rows.length;
  const milliseconds = performance.now() - start;
  database.close();
  return { rows: found, milliseconds };
});
