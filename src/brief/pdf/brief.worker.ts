import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { BriefContent } from '../content/briefContent.ts';
import { BRIEF_FONTS } from './briefFonts.ts';
import { drawBrief } from './drawBrief.ts';

/** Page → worker: one brief to draw. */
export interface BriefRequest {
  readonly content: BriefContent;
}

/** Worker → page: any number of pages begun, then the file, or the text of a bug. */
export type BriefReply =
  | { readonly page: number }
  | { readonly pdf: ArrayBuffer; readonly sha256: string; readonly pages: number }
  | { readonly crash: string };

interface WorkerScope {
  onmessage: ((event: { readonly data: BriefRequest }) => void) | null;
  postMessage(reply: BriefReply, transfer?: readonly ArrayBuffer[]): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  try {
    const { pdf, pages } = drawBrief(data.content, BRIEF_FONTS, (page) => scope.postMessage({ page }));
    const buffer = pdf.buffer as ArrayBuffer;
    scope.postMessage({ pdf: buffer, sha256: bytesToHex(sha256(pdf)), pages }, [buffer]);
  } catch (bug) {
    scope.postMessage({ crash: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  }
};
