import type { BriefContent } from '../content/briefContent.ts';

/** Page → worker: one brief to draw. */
export interface BriefRequest {
  readonly content: BriefContent;
}

/** Worker → page: any number of pages begun, then the file, or the text of a bug. */
export type BriefReply =
  | { readonly page: number }
  | {
      readonly pdf: ArrayBuffer;
      /** 64 hexadecimal digits. */
      readonly sha256: string;
      readonly pages: number;
    }
  | { readonly crash: string };
