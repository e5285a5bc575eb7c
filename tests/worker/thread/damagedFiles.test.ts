import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { ClientDatabase } from '../../../src/storage/database.ts';
import { loadSnapshot } from '../../../src/storage/snapshotStore.ts';
import type { ByteSource } from '../../../src/worker/thread/decodeFile.ts';
import { utf8 } from './byteFile.ts';
import { buildDamagedFiles } from './damagedFiles.ts';
import { loadDamaged } from './loadDamaged.ts';
import { eachInOwnDatabase } from '../../support/importSetting.ts';

/** Longer than any of these files may take on a busy machine. */
const LONGEST_MS = 10_000;

let db: ClientDatabase;
eachInOwnDatabase((opened) => {
  db = opened;
});

/** A sentence of words: no code words, no values that were never words. */
function expectSentence(text: string): void {
  expect(text).toMatch(/^\S.*[.?]$/s);
  const ours = text.replaceAll(/'.*'/gs, '');
  expect(ours).not.toMatch(/undefined|\bNaN\b|\bnull\b|\[object|Infinity|\b[a-z]+[A-Z]\w*|\bat \w+ \(/);
}

describe('damaged files', () => {
  const counts = { read: 0, refused: 0 };
  test.each(buildDamagedFiles(225, 31))(
    '$name, $damage: read with balancing rows, or refused in words [LOAD-07] [LOAD-33]',
    async ({ name, bytes }) => {
      const began = performance.now();
      const loaded = await loadDamaged(new File([bytes.slice()], name), db);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      counts[loaded.refused === undefined ? 'read' : 'refused'] += 1;
      if (loaded.refused !== undefined) {
        expectSentence(loaded.refused);
        return;
      }
      const { receipt, surveyed, sentences } = loaded;
      const { read, accepted, rejected, others = {} } = receipt.rows;
      expect(accepted + rejected).toBe(read);
      const unclosed = receipt.errors.filter(({ kind }) => kind === 'unclosedQuote').length;
      const otherRows = Object.values(others).reduce((sum, rows) => sum + rows, 0);
      if (surveyed !== undefined) expect(read + otherRows).toBe(surveyed + unclosed);
      sentences.forEach(expectSentence);
      const stored = await loadSnapshot(db, 'damaged');
      if (!stored.ok) throw new Error(stored.failure.kind);
      expect(stored.value.snapshot.rows).toEqual(receipt.rows);
      expect(stored.value.snapshot.accounts.count).toBe(receipt.accounts);
      expect(receipt.accounts).toBeLessThanOrEqual(accepted);
    },
  );

  test('many are read and many refused, so that both ways are tried', () => {
    expect(counts.read).toBeGreaterThan(60);
    expect(counts.refused).toBeGreaterThan(40);
  });
});

describe('files beyond all measure', () => {
  const refusedIn = async (source: ByteSource): Promise<string> => {
    const loaded = await loadDamaged(source, db);
    return loaded.refused ?? JSON.stringify(loaded.receipt.rows);
  };
  const columns = (count: number, cell: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => cell(at)).join(',');

  test.each(['Username,Last login\na,"', 'Username,Last login\na,', ''])(
    'a gigabyte after %j without a line end is refused before it is held [LOAD-07]',
    async (start) => {
      const piece = new Uint8Array(1 << 18).fill(0x61);
      const refused = await refusedIn(endlessFile(utf8(start), piece, 1 << 30));
      expect(refused).toMatch(/^endless\.csv is not a list: row [12] has no end\./);
      expectSentence(refused);
    },
  );

  test('a header of 20,000 columns is read [LOAD-05]', async () => {
    const wide = `${columns(20_000, (at) => `c${at}`)}\n${columns(20_000, (at) => `u${at}`)}\n`;
    const read = await refusedIn(new File([wide], 'wide.csv'));
    expect(JSON.parse(read)).toMatchObject({ read: 1, accepted: 1, rejected: 0 });
  });

  test('a row of 100,000 cells below a short header is rejected alone [LOAD-05]', async () => {
    const cells = columns(100_000, (at) => `u${at}`);
    const file = new File([`Username,Last login\na,2026-03-27\n${cells}\nb,2026-03-28\nc,\n`], 'row.csv');
    const loaded = await loadDamaged(file, db);
    expect(loaded.refused ?? loaded.receipt.rows).toMatchObject({ read: 4, accepted: 3, rejected: 1 });
  });
});

/** A file that gives one piece again and again until it is as long as it says. */
function endlessFile(start: Uint8Array, piece: Uint8Array, size: number): ByteSource {
  return {
    name: 'endless.csv',
    size,
    arrayBuffer: () => Promise.reject(new Error('The whole file must not be asked for.')),
    stream() {
      let given = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          const next = given === 0 && start.length > 0 ? start : piece.slice(0, size - given);
          given += next.length;
          controller.enqueue(next.slice());
          if (given >= size) controller.close();
        },
      });
    },
  };
}
