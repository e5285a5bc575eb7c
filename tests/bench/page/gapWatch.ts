/** What held the page while something ran elsewhere. Milliseconds. */
export interface Gaps {
  /** Longest time between two turns of the page's event loop. */
  readonly longestGap: number;
  /** Longest task that the browser itself calls long (over 50 ms), 0 when there was none. */
  readonly longestTask: number;
  readonly longTasks: number;
}

/** Watches the page's event loop until `stop` is called. */
export function watchGaps(): { stop(): Gaps } {
  let last = performance.now();
  let longestGap = 0;
  let longestTask = 0;
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      longTasks += 1;
      longestTask = Math.max(longestTask, duration);
    }
  });
  observer.observe({ type: 'longtask' });
  const timer = setInterval(() => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
  }, 5);
  return {
    stop() {
      clearInterval(timer);
      observer.disconnect();
      return { longestGap, longestTask, longTasks };
    },
  };
}
