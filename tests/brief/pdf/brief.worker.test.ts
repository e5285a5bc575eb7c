import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { buildBriefContent } from '../../../src/brief/content/buildBriefContent.ts';
import type { BriefReply, BriefRequest } from '../../../src/brief/pdf/briefProtocol.ts';
import { EXAMPLE_INPUT, sha256 } from '../content/exampleInput.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Loads the worker into a scope made for it and returns what it answers to one message. */
async function repliesTo(request: BriefRequest): Promise<readonly BriefReply[]> {
  const replies: BriefReply[] = [];
  let hear: ((event: { readonly data: BriefRequest }) => void) | undefined;
  vi.stubGlobal('postMessage', (reply: BriefReply) => replies.push(reply));
  vi.stubGlobal('addEventListener', (_kind: string, listener: typeof hear) => {
    hear = listener;
  });
  await import('../../../src/brief/pdf/brief.worker.ts');
  hear?.({ data: request });
  return replies;
}

test('tells every page begun and then hands over the file with its hash', async () => {
  const replies = await repliesTo({ content: buildBriefContent(EXAMPLE_INPUT, sha256) });
  const last = replies.at(-1);
  if (last === undefined || !('pdf' in last)) throw new Error('the last reply is the file');
  expect(replies.slice(0, -1)).toEqual(
    Array.from({ length: last.pages }, (_, index) => ({ page: index + 1 })),
  );
  expect(last.sha256).toBe(createHash('sha256').update(new Uint8Array(last.pdf)).digest('hex'));
  expect(new TextDecoder().decode(last.pdf.slice(0, 5))).toBe('%PDF-');
});

test('answers a bug with its text instead of silence', async () => {
  const content = { ...buildBriefContent(EXAMPLE_INPUT, sha256), asOfIso: 'yesterday' };
  const replies = await repliesTo({ content });
  expect(replies.at(-1)).toMatchObject({ crash: expect.stringContaining('setCreationDate') });
});
