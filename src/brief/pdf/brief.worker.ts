import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { BRIEF_FONTS } from './briefFonts.ts';
import type { BriefReply, BriefRequest } from './briefProtocol.ts';
import { drawBrief } from './drawBrief.ts';

const scope = globalThis as unknown as {
  addEventListener(kind: 'message', hear: (event: MessageEvent<BriefRequest>) => void): void;
  postMessage(reply: BriefReply, transfer?: readonly ArrayBuffer[]): void;
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
