import type { Flow } from './flow.ts';
import { drawTextLine, layoutText } from './layoutText.ts';
import { INK, SIZES, SPACE } from './look.ts';

/** What a chart shows, above it. */
export function drawChartCaption(flow: Flow, caption: string): void {
  const { pen } = flow;
  const lines = layoutText(
    pen,
    [{ strong: caption }],
    { size: SIZES.table, color: INK },
    pen.paper.right - pen.paper.left,
  );
  for (const line of lines) {
    drawTextLine(pen, line, pen.paper.left, flow.y() + 9);
    flow.advance(11);
  }
  flow.advance(SPACE.near);
}
