import type { BriefContent } from '../brief/content/briefContent.ts';
import type { BriefReply, BriefRequest } from '../brief/pdf/briefProtocol.ts';
import type { DrawnBrief } from '../state/positionStore.ts';
import { startWorker } from './startWorker.ts';

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
      worker.addEventListener('message', ({ data }: MessageEvent<BriefReply>) => {
        if ('page' in data) onProgress(data.page);
        else if ('crash' in data) reject(new Error(data.crash));
        else resolve({ pdf: new Uint8Array(data.pdf), sha256: data.sha256, pages: data.pages });
      });
      worker.postMessage({ content } satisfies BriefRequest);
    });
  } finally {
    worker.terminate();
  }
}
