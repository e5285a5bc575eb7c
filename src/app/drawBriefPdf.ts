import type { BriefContent } from '../brief/content/briefContent.ts';
import type { DrawnBrief } from '../state/positionStore.ts';
import { startWorker } from './startWorker.ts';

interface DrawReply {
  readonly pdf?: ArrayBuffer;
  readonly sha256?: string;
  readonly pages?: number;
  readonly page?: number;
  /** A bug in the drawing. */
  readonly crash?: string;
}

/** Draws the brief in a worker of its own, loaded when first needed and ended afterwards. */
export async function drawBriefPdf(
  content: BriefContent,
  onProgress: (page: number) => void,
): Promise<DrawnBrief> {
  const { default: source } = await import('virtual:worker-source/brief');
  const worker = startWorker(source, 'brief');
  try {
    return await new Promise<DrawnBrief>((resolve, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.addEventListener('message', ({ data }: MessageEvent<DrawReply>) => {
        if (data.crash !== undefined) reject(new Error(data.crash));
        else if (data.pdf && data.sha256 !== undefined && data.pages !== undefined) {
          resolve({ pdf: new Uint8Array(data.pdf), sha256: data.sha256, pages: data.pages });
        } else if (data.page !== undefined) onProgress(data.page);
      });
      worker.postMessage({ content });
    });
  } finally {
    worker.terminate();
  }
}
