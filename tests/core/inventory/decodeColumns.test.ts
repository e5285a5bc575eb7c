import { expect, test } from 'vitest';
import { decodeColumns } from '../../../src/core/inventory/decodeColumns.ts';
import { numbersToBundles } from '../../../src/core/inventory/numberBundle.ts';
import type { Numbers } from '../../../src/core/inventory/numberChunkBytes.ts';
import { seatKeyOf } from '../../../src/core/inventory/seatKey.ts';
import { testCodec } from './memorySink.ts';
import { buildSnapshot, column, planOf, userRow } from './userRows.ts';

const PLAN = planOf([
  column('email'),
  column('createdOn'),
  column('lastSignIn', { signalKind: 'ssoSignIn', proposedClass: 'loginOnly' }),
]);
const ROWS = [0, 1, 2, 3, 4].map((row) =>
  userRow({
    fileRow: row + 2,
    accountId: `a${row}`,
    email: `a${row}@example.org`,
    unit: 'Law',
    createdOn: row,
    lifeTexts: ['', `made ${row}`, ''],
    evidenceDays: [row],
  }),
);

/** A numeric column of all rows as it is stored in chunks of two. */
function stored(column: Numbers): ArrayBuffer {
  const [bundle] = numbersToBundles(column, 2);
  return bundle!.slice().buffer;
}

test('damaged bytes are named, never read', async () => {
  const { layout, sink } = await buildSnapshot(ROWS, PLAN, 2);
  const damage = (name: string, bytes: ArrayBuffer | undefined) =>
    decodeColumns(
      layout,
      (of, chunk) => (`${of}/${chunk}` === name ? bytes : sink.chunkOf(of, chunk)),
      testCodec,
    );
  const failure = (damaged: string) => ({ ok: false, failure: { kind: 'damagedColumn', column: damaged } });

  expect(damage('account.unit/0', undefined)).toEqual(failure('account.unit'));
  expect(damage('account.unit/0', new ArrayBuffer(3))).toEqual(failure('account.unit'));
  expect(damage('account.unit/0', stored(Uint32Array.of(1, 9, 1, 1, 1)))).toEqual(failure('account.unit'));
  expect(damage('account.status/0', stored(Uint8Array.of(0, 77, 0, 0, 0)))).toEqual(
    failure('account.status'),
  );
  expect(damage('seat.licenceType/0', stored(Uint16Array.of(0, 1, 0, 0, 0)))).toEqual(
    failure('seat.licenceType'),
  );
  expect(damage('strings/0', new ArrayBuffer(4))).toEqual(failure('strings'));
  expect(damage('life.createdOn.column/0', stored(Uint16Array.of(0, 1, 0, 0, 0)))).toEqual(
    failure('life.createdOn.column'),
  );
  expect(damage('life.createdOn.sourceRow/0', undefined)).toEqual(failure('life.createdOn.sourceRow'));
  expect(damage('evidence.0.value/0', new ArrayBuffer(4))).toEqual(failure('evidence.0.value'));
});

test('damaged texts are refused when they are filled in', async () => {
  const { layout, sink } = await buildSnapshot(ROWS, PLAN, 2);
  const decoded = decodeColumns(layout, sink.chunkOf, testCodec);
  if (!decoded.ok) throw new Error('damaged');
  expect(decoded.value.fillText('account.email', 0, new ArrayBuffer(2))).toBe(false);
  expect(decoded.value.fillText('account.email', 0, sink.chunkOf('account.email', 2)!)).toBe(false);
  expect(decoded.value.fillText('account.email', 0, sink.chunkOf('account.email', 0)!)).toBe(true);
  expect(decoded.value.fillText('account.nothing', 0, new ArrayBuffer(8))).toBe(false);
});

test('different seats have different keys, whatever their names hold', () => {
  expect(seatKeyOf('a/b', 'c')).not.toBe(seatKeyOf('a', 'b/c'));
  expect(seatKeyOf('1:a', 'x')).not.toBe(seatKeyOf('a', '1:x'));
  expect(seatKeyOf('ann', 'Fulfiller')).toBe(seatKeyOf('ann', 'Fulfiller'));
});
