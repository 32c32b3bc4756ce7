/** Keeps a fault in one view from taking the page with it: says what failed, offers to draw again or to return to the start. */
import { Component, type ReactNode } from 'react';
import type { Messages } from '../describe/messages';
import { signal } from '../explorer/signals';

interface Props {
  readonly messages: Messages;
  readonly onReset?: () => void;
  /** A new key clears the fault: the view it belonged to is gone. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface State {
  readonly fault: string | null;
  readonly key: string;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { key: props.resetKey, fault: null };
  }

  override componentDidCatch(error: unknown): void {
    signal({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    const words = this.props.messages.app.crash;
    return (
      <section className="empty" role="alert">
        <p className="lead">{words.title}</p>
        <p>
          {words.text} <code>{fault}</code>
        </p>
        <p className="actions">
          <button type="button" className="button filled" onClick={() => this.setState({ fault: null })}>
            {words.retry}
          </button>
          {this.props.onReset && (
            <button type="button" className="button" onClick={this.props.onReset}>
              {words.reset}
            </button>
          )}
        </p>
      </section>
    );
  }
}
