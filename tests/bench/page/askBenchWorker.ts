/** Question to a reference worker and its answer; each worker answers one question at a time. */
export function askBenchWorker<Answer>(worker: Worker, question: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Answer>) => resolve(event.data), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    worker.postMessage(question);
  });
}

/** Answers every question of a reference worker with what `answer` gives. */
export function answerBench<Question>(answer: (question: Question) => Promise<unknown>): void {
  const scope = globalThis as unknown as {
    onmessage: ((event: MessageEvent<Question>) => void) | null;
    postMessage(message: unknown): void;
  };
  scope.onmessage = (event) =>
    void answer(event.data).then(
      (value) => scope.postMessage(value),
      (error: unknown) =>
        setTimeout(() => {
          throw error;
        }),
    );
}
