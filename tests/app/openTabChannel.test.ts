import { expect, test, vi } from 'vitest';
import { openTabChannel } from '../../src/app/openTabChannel.ts';
import type { TabNews } from '../../src/state/otherTabs.ts';

test('tabs hear each other, not themselves, and pass over what they do not know', async () => {
  const heard: Record<string, TabNews[]> = { one: [], two: [] };
  const [one, two] = [openTabChannel()!, openTabChannel()!];
  one.listen((news) => heard['one']!.push(news));
  two.listen((news) => heard['two']!.push(news));
  const stranger = new BroadcastChannel('fallow-tabs');
  for (const odd of ['recorded', null, { kind: 'recorded', client: 'a' }, { kind: 'sold', client: 'a' }]) {
    stranger.postMessage(odd);
  }
  one.tell({ kind: 'recorded', client: 'a', length: 7 });
  two.tell({ kind: 'wiped', client: 'b' });
  await vi.waitFor(() => {
    expect(heard['two']).toEqual([{ kind: 'recorded', client: 'a', length: 7 }]);
    expect(heard['one']).toEqual([{ kind: 'wiped', client: 'b' }]);
  });
  stranger.close();
});

test('without such a channel every tab goes on by itself', () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  expect(openTabChannel()).toBeUndefined();
  vi.unstubAllGlobals();
});
