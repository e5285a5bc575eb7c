import type { EpochDay } from '../../core/base/epochDay.ts';
import type { HeldRun } from '../../core/inventory/seatHistory.ts';
import type { Snapshot } from '../../core/inventory/snapshot.ts';
import type { ClientDatabase } from '../../storage/database.ts';
import { loadComputed, saveComputed } from '../../storage/snapshotExtra.ts';
import { utf8Codec } from '../../storage/utf8Codec.ts';

const NAME = 'heldRun';
const BYTES = Uint16Array.BYTES_PER_ELEMENT;

/** Below this, comparing the lists anew takes no longer than reading what was kept. */
const WORTH_KEEPING = 50_000;

/** What a run depends on beside the lists: the program that compared them. */
const BUILD = import.meta.env.FALLOW_VERSION;

/** The run that was kept for a snapshot, when it rests on the same earlier lists. */
export async function loadRun(
  db: ClientDatabase,
  { id, seats }: Snapshot,
  lists: readonly string[],
): Promise<HeldRun | undefined> {
  const bytes = seats.count < WORTH_KEEPING ? undefined : await loadComputed(db, id, NAME);
  return bytes && bytesToRun(bytes, seats.count, lists);
}

/** Keeps a run for the next opening. A storage that is full or gone leaves it out: it can always be made anew. */
export function keepRun(
  db: ClientDatabase,
  { id, seats }: Snapshot,
  lists: readonly string[],
  run: HeldRun,
): void {
  if (seats.count < WORTH_KEEPING) return;
  saveComputed(db, id, NAME, runToBytes(run, lists)).catch(() => undefined);
}

/** 16 bits a seat, then days, ids of the earlier lists and version of the program as JSON. */
export function runToBytes({ days, lists: held }: HeldRun, lists: readonly string[]): ArrayBuffer {
  const tail = utf8Codec.encode(JSON.stringify({ build: BUILD, days, lists }));
  const bytes = new ArrayBuffer(held.length * BYTES + tail.length);
  new Uint16Array(bytes, 0, held.length).set(held);
  new Uint8Array(bytes, held.length * BYTES).set(tail);
  return bytes;
}

/** Reads a run back; `undefined` for one of another version, of other lists or seats, or damaged. */
export function bytesToRun(bytes: ArrayBuffer, seats: number, lists: readonly string[]): HeldRun | undefined {
  if (bytes.byteLength < seats * BYTES) return undefined;
  const tail = readTail(utf8Codec.decode(new Uint8Array(bytes, seats * BYTES)));
  if (!tail || tail['build'] !== BUILD) return undefined;
  if (JSON.stringify(tail['lists']) !== JSON.stringify(lists)) return undefined;
  const days: unknown = tail['days'];
  if (!Array.isArray(days) || days.length > lists.length || !days.every(Number.isSafeInteger))
    return undefined;
  const held = new Uint16Array(bytes, 0, seats);
  for (let seat = 0; seat < seats; seat += 1) if (held[seat]! > days.length) return undefined;
  return { days: days as EpochDay[], lists: held };
}

function readTail(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const tail: unknown = JSON.parse(text);
    return typeof tail === 'object' && tail !== null ? (tail as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
