import { Component, type ErrorInfo, type ReactNode } from 'react';

interface LastResortProps {
  readonly children: ReactNode;
}

interface LastResortState {
  readonly message: string | undefined;
}

/** What the person sees when a bug reaches the top: what happened, what is safe, what to do. */
export function LastResortMessage({ message }: { readonly message: string }): ReactNode {
  return (
    <main className="last-resort" role="alert">
      <h1>Something in Fallow went wrong</h1>
      <p>
        Everything you recorded is stored in this browser, step by step, and is still there. Reload the page
        to go on where you were.
      </p>
      <p>If it happens again, keep this line for whoever looks after Fallow:</p>
      <pre>{message}</pre>
      <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
        Reload
      </button>
    </main>
  );
}

export class LastResort extends Component<LastResortProps, LastResortState> {
  override state: LastResortState = { message: undefined };

  static getDerivedStateFromError(error: unknown): LastResortState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(_error: Error, _info: ErrorInfo): void {
    // The message is on screen; nothing is reported anywhere.
  }

  override render(): ReactNode {
    return this.state.message === undefined ? (
      this.props.children
    ) : (
      <LastResortMessage message={this.state.message} />
    );
  }
}
