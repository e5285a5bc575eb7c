import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowIndex } from '../../../src/core/base/brand.ts';
import { clearFactRow, emptyFactRow } from '../../../src/core/ingest/kinds/factRow.ts';
import { schemaOf } from '../../../src/core/ingest/kinds/kindSchemas.ts';
import { decodeFactTable } from '../../../src/core/inventory/decodeFactTable.ts';
import type { FactTable, FactTableLayout } from '../../../src/core/inventory/factTable.ts';
import { FactTableBuilder } from '../../../src/core/inventory/factTableBuilder.ts';
import { utf8Codec } from '../../../src/storage/utf8Codec.ts';

const SCHEMA = schemaOf('purchases');
const NAMES = ['orderReference', 'licenceType', 'quantity', 'startsOn', 'kind'];
const place = (name: string): number => SCHEMA.columns.findIndex((column) => column.name === name);

const purchase = fc.record({
  orderReference: fc.string({ unit: 'grapheme', maxLength: 6 }),
  licenceType: fc.constantFrom('Fulfiller', 'Approver', ''),
  quantity: fc.oneof(fc.integer({ min: -500, max: 500 }), fc.constant(Number.NaN)),
  startsOn: fc.integer({ min: 18_000, max: 21_000 }),
  kind: fc.integer({ min: 0, max: 3 }),
});

interface Purchase {
  readonly orderReference: string;
  readonly licenceType: string;
  readonly quantity: number;
  readonly startsOn: number;
  readonly kind: number;
}

/** Builds, stores in memory and reads back. */
async function pass(rows: readonly Purchase[]): Promise<{
  layout: FactTableLayout;
  chunks: Map<string, ArrayBuffer>;
  repeats: number;
  table: FactTable;
}> {
  const chunks = new Map<string, ArrayBuffer>();
  const sink = {
    write: (column: string, chunk: number, bytes: Uint8Array<ArrayBuffer>): void =>
      void chunks.set(`${column}/${chunk}`, bytes.slice().buffer),
    read: (column: string, chunk: number) => Promise.resolve(chunks.get(`${column}/${chunk}`)!),
  };
  const builder = new FactTableBuilder('purchases', new Set(NAMES), { codec: utf8Codec, sink, chunkRows: 4 });
  const row = emptyFactRow(SCHEMA);
  rows.forEach((given, index) => {
    clearFactRow(row, SCHEMA, index + 2);
    row.texts[place('orderReference')] = given.orderReference;
    row.texts[place('licenceType')] = given.licenceType;
    row.numbers[place('quantity')] = given.quantity;
    row.numbers[place('startsOn')] = given.startsOn;
    row.numbers[place('kind')] = given.kind;
    builder.add(row);
  });
  const layout = { ...(await builder.finish()).layout, id: 'f' };
  const decoded = decodeFactTable(layout, (column, chunk) => chunks.get(`${column}/${chunk}`), utf8Codec);
  if (!decoded.ok) throw new Error(decoded.failure.column);
  return { layout, chunks, repeats: builder.repeats, table: decoded.value };
}

function rowsOf({ columns, count, strings }: FactTable): Purchase[] {
  const get = (name: string) => columns.get(name)!;
  return Array.from({ length: count }, (_, row) => {
    const [order, licence, quantity, start, kind] = NAMES.map(get);
    if (
      order?.held !== 'text' ||
      licence?.held !== 'word' ||
      quantity?.held !== 'number' ||
      start?.held !== 'day' ||
      kind?.held !== 'code'
    )
      throw new Error('A column is held as something else.');
    return {
      orderReference: order.texts.at(row as RowIndex),
      licenceType: strings[licence.words[row]!]!,
      quantity: quantity.numbers[row]!,
      startsOn: start.days[row]!,
      kind: kind.codes[row]!,
    };
  });
}

test('what is read back is what was added, each different row once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(purchase, { maxLength: 30 }), async (rows) => {
      const { table, repeats } = await pass(rows);
      const wanted = rows.filter((row, index) => rows.findIndex((other) => sameRow(other, row)) === index);
      expect(rowsOf(table)).toEqual(wanted);
      expect(repeats).toBe(rows.length - wanted.length);
    }),
    { numRuns: 150 },
  );
});

const sameRow = (left: Purchase, right: Purchase): boolean =>
  NAMES.every((name) => Object.is(left[name as keyof Purchase], right[name as keyof Purchase]));

test('a chunk that is missing or shorter is found and named', async () => {
  const rows = Array.from({ length: 9 }, (_, index) => ({
    orderReference: `PO-${index}`,
    licenceType: 'Fulfiller',
    quantity: index * index,
    startsOn: 20_000 + index * index,
    kind: index % 3,
  }));
  const { layout, chunks } = await pass(rows);
  for (const name of chunks.keys()) {
    const column = name.slice(0, name.lastIndexOf('/'));
    for (const damaged of [undefined, chunks.get(name)!.slice(0, -1)]) {
      const found = decodeFactTable(
        layout,
        (wanted, chunk) => (`${wanted}/${chunk}` === name ? damaged : chunks.get(`${wanted}/${chunk}`)),
        utf8Codec,
      );
      expect(found).toEqual({ ok: false, failure: { kind: 'damagedColumn', column } });
    }
  }
});
