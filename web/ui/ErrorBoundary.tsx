import { Component, type ReactNode } from "react";
import { PlainButton } from "./PlainButton.tsx";
import { ErrorState } from "./ErrorState.tsx";

export interface ErrorBoundaryProps {
  /** The panel's name in a sentence, e.g. “The history”. */
  readonly name: string;
  /** A change of it tries again by itself. */
  readonly resetKey?: unknown;
  readonly children: ReactNode;
}

/** Keeps a mistake of ours inside its panel, and says what to do next. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error("Unknown") };
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    if (this.state.error !== null && before.resetKey !== this.props.resetKey) this.again();
  }

  readonly again = () => this.setState({ error: null });

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <ErrorState
        failure={{
          kind: "invalid",
          message: `${this.props.name} stopped working.`,
          nextStep: "Your work is kept. Try again; if it happens again, reload the page.",
          detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
          retryable: true,
        }}
        action={<PlainButton onClick={this.again}>Try again</PlainButton>}
      />
    );
  }
}
