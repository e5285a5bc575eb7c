/** Longest time between two pauses of a reading loop, in milliseconds. */
const LONGEST_RUN = 40;
/** Shortest time between two reports of progress, in milliseconds. */
const REPORT_EVERY = 40;

/** What a pace is kept with; neither is ever used for a figure. */
export interface PaceTools {
  /** Milliseconds since any fixed moment. */
  elapsed(): number;
  /** Lets waiting messages be handled, among them a cancel. */
  nextTask(): Promise<void>;
}

/** Gives a long loop its rhythm: it pauses often enough to hear a cancel and to report at least every 250 ms. */
export class Pace {
  private resumedAt: number;
  private reportedAt: number;

  constructor(
    private readonly tools: PaceTools,
    private readonly signal: AbortSignal,
    private readonly report: (rows: number) => void,
  ) {
    this.resumedAt = tools.elapsed();
    this.reportedAt = this.resumedAt;
  }

  /** To be awaited after every piece of work. Throws the signal's reason when the work was cancelled. */
  async breathe(rows: number): Promise<void> {
    const now = this.tools.elapsed();
    if (now - this.resumedAt < LONGEST_RUN) return;
    if (now - this.reportedAt >= REPORT_EVERY) {
      this.report(rows);
      this.reportedAt = now;
    }
    await this.tools.nextTask();
    this.signal.throwIfAborted();
    this.resumedAt = this.tools.elapsed();
  }

  /** Goes on reporting while something else is waited for, such as the store. */
  async heard<Value>(work: Promise<Value>, rows: number): Promise<Value> {
    const timer = setInterval(() => {
      this.report(rows);
      this.reportedAt = this.tools.elapsed();
    }, REPORT_EVERY);
    try {
      return await work;
    } finally {
      clearInterval(timer);
    }
  }
}

/** Resolves in a task of its own, after messages that are already waiting. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const arrived = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', arrived, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
