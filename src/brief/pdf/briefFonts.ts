import bold from './fonts/NotoSans-Bold.ttf?inline';
import regular from './fonts/NotoSans-Regular.ttf?inline';

/** The two cuts of the embedded font, each a TrueType file in base64. */
export interface BriefFonts {
  readonly regular: string;
  readonly bold: string;
}

const base64Of = (dataAddress: string): string => dataAddress.slice(dataAddress.indexOf(',') + 1);

/** The fonts of the build: part of the bundle, never fetched and never taken from the system. */
export const BRIEF_FONTS: BriefFonts = { regular: base64Of(regular), bold: base64Of(bold) };
