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

const scope = globalThis as unknown as {
  addEventListener(kind: 'message', hear: (event: MessageEvent<BriefRequest>) => void): void;
  postMessage(reply: unknown, transfer?: readonly ArrayBuffer[]): void;
};

const reply = (message: BriefReply, transfer: readonly ArrayBuffer[] = []): void =>
  scope.postMessage(message, transfer);

scope.addEventListener('message', ({ data }) => {
  try {
    const { pdf, pages } = drawBrief(data.content, BRIEF_FONTS, (page) => reply({ page }));
    const buffer = pdf.buffer as ArrayBuffer;
    reply({ pdf: buffer, sha256: bytesToHex(sha256(pdf)), pages }, [buffer]);
  } catch (bug) {
    reply({ crash: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  }
});
