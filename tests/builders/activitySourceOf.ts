import type { EpochDay } from '../../src/core/base/epochDay.ts';
import { canonicalId } from '../../src/core/ingest/canonicalId.ts';
import { ActivityBuilder } from '../../src/core/inventory/activityBuilder.ts';
import type { ActivitySource, EvidenceSource } from '../../src/core/inventory/evidenceSource.ts';
import { day, textColumnOf } from './snapshotOf.ts';

/** One row of a log: account key, ISO day, event type, licence type. */
export type LogRow = readonly [key: string, date: string, event?: string, licenceType?: string];

export interface LogOptions extends Partial<Omit<EvidenceSource, 'historyStart' | 'asOf'>> {
  /** ISO days; the first day of the rows and 30 June 2026 when they are left out. */
  readonly historyStart?: string;
  readonly asOf?: string;
  readonly covers?: readonly string[];
  readonly monthly?: boolean;
}

/** An activity log from its rows, as it would come back from the store. */
export function activitySourceOf(rows: readonly LogRow[], options: LogOptions = {}): ActivitySource {
  const builder = new ActivityBuilder();
  const keys: string[] = [];
  const words: string[] = [''];
  const raw: string[] = [];
  const numberIn = (texts: string[], text: string): number => {
    const known = texts.indexOf(text);
    return known >= 0 ? known : texts.push(text) - 1;
  };
  const keyOf = (key: string): number => {
    const known = keys.findIndex((other) => canonicalId(other) === canonicalId(key));
    return known >= 0 ? known : keys.push(key) - 1;
  };
  let from = Infinity;
  rows.forEach(([key, date, event = '', licenceType = ''], index) => {
    const on = day(date);
    from = Math.min(from, on);
    const deciding = builder.add(
      keyOf(key),
      numberIn(words, licenceType),
      numberIn(words, event),
      on,
      1,
      index + 2,
    );
    if (deciding >= 0) raw[deciding] = date;
  });
  const table = builder.finish();
  const { historyStart, asOf = '2026-06-30', covers, monthly = false, ...source } = options;
  return {
    source: {
      file: 'log',
      name: 'log.csv',
      sha256: '0'.repeat(64),
      system: 'other',
      lagDays: 2,
      zone: 'Europe/London',
      ...source,
      historyStart: historyStart === undefined ? (from as EpochDay) : day(historyStart),
      asOf: day(asOf),
    },
    log: {
      table,
      keys: textColumnOf(keys),
      words,
      raw: textColumnOf([...table.order].map((series) => raw[series]!)),
    },
    monthly,
    signalKind: undefined,
    covers,
  };
}
