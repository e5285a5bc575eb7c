import type { BriefContent } from '../content/briefContent.ts';
import { ALARM, FAINT, LINE, SIZES, SOFT, type Color } from './look.ts';
import type { Pen, TextStyle } from './pen.ts';

const HEAD_BASELINE = 46;
const HEAD_RULE = 54;
const FOOT_RULE = 46;
const EDITION = 'internal, not for the vendor';

/** Header and footer of every page, drawn when the number of pages is known. */
export function drawFrames(pen: Pen, content: BriefContent): void {
  const pages = pen.pages();
  for (let page = 1; page <= pages; page += 1) {
    pen.goToPage(page);
    drawHeader(pen, content, page, pages);
    drawFooter(pen, content);
  }
}

function drawHeader(pen: Pen, content: BriefContent, page: number, pages: number): void {
  const { left, right } = pen.paper;
  const parts: readonly (readonly [string, Color])[] = [
    [`as of ${content.asOf}  ·  `, SOFT],
    [EDITION, ALARM],
    [`  ·  page ${page} of ${pages}`, SOFT],
  ];
  const style = (color: Color): TextStyle => ({ size: SIZES.small, color, bold: color === ALARM });
  let x = right - parts.reduce((sum, [text, color]) => sum + pen.widthOf(text, style(color)), 0);
  const room = x - left - 24;
  pen.text(
    shortenedTo(pen, `${content.title}  ·  ${content.customer}`, room, style(SOFT)),
    left,
    HEAD_BASELINE,
    style(SOFT),
  );
  for (const [text, color] of parts) {
    pen.text(text, x, HEAD_BASELINE, style(color));
    x += pen.widthOf(text, style(color));
  }
  pen.line([left, HEAD_RULE], [right, HEAD_RULE], LINE, 0.7);
}

function drawFooter(pen: Pen, content: BriefContent): void {
  const { left, right, height } = pen.paper;
  const style: TextStyle = { size: SIZES.tiny, color: FAINT };
  const baseline = height - FOOT_RULE + 12;
  const independence = 'buyer-prepared; not affiliated with the vendor';
  pen.line([left, height - FOOT_RULE], [right, height - FOOT_RULE], LINE, 0.7);
  pen.text(
    `brief ${content.briefId}  ·  definition ${content.policyVersion}  ·  Fallow ${content.applicationVersion}  ·  ledger head ${content.ledgerHead}`,
    left,
    baseline,
    style,
  );
  pen.text(independence, right - pen.widthOf(independence, style), baseline, style);
}

/** The text, cut with an ellipsis where it is wider than the room. */
function shortenedTo(pen: Pen, text: string, room: number, style: TextStyle): string {
  if (pen.widthOf(text, style) <= room) return text;
  const characters = [...text];
  while (characters.length > 0 && pen.widthOf(`${characters.join('')}…`, style) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
