import { beginStaging, ChunkStage } from './chunkStage.ts';
import type { FileHeadRecord } from './database.ts';
import { readFileHead, type FileHead } from './fileHead.ts';

export type FileCommit =
  | { readonly kind: 'committed'; readonly head: FileHead }
  /** The same bytes are there already as the same kind; this file was not kept. */
  | { readonly kind: 'duplicate'; readonly head: FileHead };

/** A file of a kind other than users on its way to being kept. */
export class FileStage extends ChunkStage {
  static async begin(...given: Parameters<typeof beginStaging>): Promise<FileStage> {
    const stage = FileStage.start(...given);
    await stage.settled();
    return stage;
  }

  /** As {@link begin}, without waiting; why an import cannot begin shows in the first `settled`. */
  static start(...given: Parameters<typeof beginStaging>): FileStage {
    const [db, file] = given;
    return new FileStage(db, file, beginStaging(...given));
  }

  /**
   * Makes the file visible: head, end of staging and whatever `withinCommit` writes, in one transaction. `withinCommit`
   * may await nothing but this database, otherwise the transaction would end early.
   */
  async commit(head: Omit<FileHead, 'sequence'>, withinCommit: () => Promise<void>): Promise<FileCommit> {
    await this.settled();
    const { db, id } = this;
    const outcome = await db.transaction('rw', db.tables, async (): Promise<FileCommit> => {
      await this.requireStaged();
      const records = await db.files.toArray();
      const known = records
        .map((record) => readFileHead(record))
        .find(
          (read) =>
            read.ok && read.value.sha256 === head.sha256 && read.value.layout.kind === head.layout.kind,
        );
      if (known?.ok) return { kind: 'duplicate', head: known.value };
      const sequence = records.reduce((latest, record) => Math.max(latest, record.sequence), 0) + 1;
      const record: FileHeadRecord = { id, formatVersion: head.layout.format, sequence, head };
      await withinCommit();
      await db.staging.delete(id);
      await db.files.add(record);
      return { kind: 'committed', head: { ...head, sequence } };
    });
    if (outcome.kind === 'duplicate') await this.discard();
    else this.letGo();
    return outcome;
  }
}
