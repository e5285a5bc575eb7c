import type { OtherTabs, TabNews } from '../state/otherTabs.ts';

const NAME = 'fallow-tabs';

/**
 * A channel to the other tabs of this browser and origin; it reaches no network. `undefined` where the browser has
 * none or refuses it: tabs then hear of each other with their own next act.
 */
export function openTabChannel(): OtherTabs | undefined {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
  return {
    tell: (news) => channel.postMessage(news),
    listen: (hear) =>
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isNews(data)) hear(data);
      }),
  };
}

/** A tab with another version of the page may say something else: that is passed over. */
function isNews(data: unknown): data is TabNews {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, client, length } = data as Readonly<Record<string, unknown>>;
  return (
    typeof client === 'string' && (kind === 'wiped' || (kind === 'recorded' && Number.isSafeInteger(length)))
  );
}
