import Papa from 'papaparse';
import { answerBench } from './askBenchWorker.ts';

export interface PapaQuestion {
  readonly file: File;
  /** `bare`: chunks of arrays, thrown away. `objects`: every row kept as an object. */
  readonly how: 'bare' | 'objects';
}

export interface PapaAnswer {
  readonly rows: number;
  readonly milliseconds: number;
}

answerBench<PapaQuestion>(
  ({ file, how }) =>
    new Promise<PapaAnswer>((resolve, reject) => {
      const start = performance.now();
      let rows = 0;
      const kept: unknown[] = [];
      const done = (): void =>
        resolve({
          rows: how === 'objects' ? kept.length : rows - 1,
          milliseconds: performance.now() - start,
        });
      if (how === 'bare') {
        Papa.parse<string[]>(file, {
          skipEmptyLines: true,
          chunk: ({ data }) => {
            rows += data.length;
          },
          complete: done,
          error: reject,
        });
      } else {
        Papa.parse<Record<string, string>>(file, {
          header: true,
          skipEmptyLines: true,
          chunk: ({ data }) => {
            for (const row of data) kept.push(row);
          },
          complete: done,
          error: reject,
        });
      }
    }),
);
