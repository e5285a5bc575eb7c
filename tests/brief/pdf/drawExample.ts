import { buildBriefContent } from '../../../src/brief/content/buildBriefContent.ts';
import { BRIEF_FONTS } from '../../../src/brief/pdf/briefFonts.ts';
import { drawBrief } from '../../../src/brief/pdf/drawBrief.ts';
import { EXAMPLE_INPUT, sha256 } from '../content/exampleInput.ts';

/** Draws the example brief and tells the hash of its bytes, for a process of its own. */
const { pdf } = drawBrief(buildBriefContent(EXAMPLE_INPUT, sha256), BRIEF_FONTS);
process.stdout.write(`${new Date(0).getTimezoneOffset()} ${sha256(Buffer.from(pdf).toString('base64'))}`);
