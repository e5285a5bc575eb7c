import type { ChunkRecord } from './database.ts';
import { startOwnThread } from './ownThread.ts';

/** What the thread is sent: first the database to be opened, then records to be stored in one transaction each time. */
type ChunkOrder = { readonly database: string } | { readonly records: readonly ChunkRecord[] };

/** What the thread says of each order: why it failed, or nothing. */
interface ChunkNews {
  readonly failure?: { readonly name: string; readonly message: string };
}

/**
 * The thread's side: stores orders one after another. A database that is gone is not made anew; one that others want
 * changed is let go. Returns what hears an order. The function names nothing outside itself: its text is a program.
 */
function serveChunks(post: (news: ChunkNews) => void): (order: ChunkOrder) => void {
  let opened: Promise<IDBDatabase> | undefined;

  const open = (name: string): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onerror = () => reject(request.error!);
      request.onsuccess = () => {
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
    });

  const store = async (records: readonly ChunkRecord[]): Promise<void> => {
    const db = await opened!;
    const transaction = db.transaction('chunks', 'readwrite', { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
    });
    const chunks = transaction.objectStore('chunks');
    for (const record of records) chunks.put(record);
    transaction.commit();
    await done;
  };

  return (order) => {
    if ('database' in order) {
      opened = open(order.database);
      // A failure shows when records are to be stored.
      opened.catch(() => undefined);
      return;
    }
    store(order.records).then(
      () => post({}),
      ({ name, message }: Error) => post({ failure: { name, message } }),
    );
  };
}

const PROGRAM = `const hear = (${serveChunks.toString()})((news) => postMessage(news));
onmessage = ({ data }) => hear(data);`;

/** A thread that puts chunks into one database, so that copying and packing them takes none of this thread's time. */
export class ChunkThread {
  private readonly thread;
  /** Who waits for an answer, in the order of what was sent. */
  private readonly waiting: { resolve(): void; reject(why: Error): void }[] = [];
  private brokenBy: Error | undefined;

  /** Begins to open the database at once. */
  constructor(database: string) {
    this.thread = startOwnThread<ChunkNews>(
      PROGRAM,
      ({ failure }) =>
        this.answer(failure && Object.assign(new Error(failure.message), { name: failure.name })),
      (why) => {
        this.brokenBy = why;
        for (const { reject } of this.waiting.splice(0)) reject(why);
      },
    );
    this.thread.post({ database } satisfies ChunkOrder);
  }

  /**
   * Stores records in one transaction of their own; they are lost to this thread. Those of the next call are stored after
   * them.
   */
  put(records: readonly ChunkRecord[]): Promise<void> {
    if (this.brokenBy) return Promise.reject(this.brokenBy);
    const order: ChunkOrder = { records };
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.thread.post(
        order,
        records.map(({ bytes }) => bytes),
      );
    });
  }

  stop(): void {
    this.thread.stop();
  }

  private answer(failure: Error | undefined): void {
    const waiting = this.waiting.shift();
    if (failure) waiting?.reject(failure);
    else waiting?.resolve();
  }
}
