/**
 * Brings failures that nobody waited for to the last resort: a bug in an act that a button started would otherwise end
 * in nothing. Expected failures are values and never come here.
 */
export function hearLostFailures(
  crash: (message: string) => void,
  page: Pick<Window, 'addEventListener'> = window,
): void {
  page.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) =>
    crash(reason instanceof Error ? reason.message : String(reason)),
  );
}
