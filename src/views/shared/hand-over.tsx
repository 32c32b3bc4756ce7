/**
 * The picture's frame, which hands over from level to level (ART-DIRECTION 8): the old picture fades while the outline of what is
 * entered grows to the frame, or shrinks back to it on the way out. A level marks the thing that opens into the next with
 * `data-enters="LEVEL"`. How it is done comes after the first load; until then, and with reduced motion, the picture just changes.
 */
import { Component, createRef, type ReactNode } from 'react';
import { LEVELS, type Level } from '../../model/schema';

interface Props {
  readonly level: Level;
  readonly className: string | undefined;
  /** Entities that stand for the synapse on a map, where nothing is marked. */
  readonly entities: readonly string[];
  readonly children: ReactNode;
}

type Player = typeof import('./hand-over-play');
type Taken = ReturnType<Player['take']>;

export class HandOver extends Component<Props> {
  private readonly box = createRef<HTMLDivElement>();
  private player: Player | null = null;
  private end: () => void = () => undefined;
  private untold: () => void = () => undefined;

  override componentDidMount(): void {
    import('./hand-over-play').then(
      (player) => (this.player = player),
      () => undefined,
    );
    import('./print-size').then(
      ({ tellSize }) => (this.untold = tellSize(() => this.box.current)),
      () => undefined,
    );
  }

  override getSnapshotBeforeUpdate(before: Readonly<Props>): Taken {
    const { level, entities } = this.props;
    const box = this.box.current;
    if (before.level === level || box === null || this.player === null) return null;
    this.end();
    return this.player.take(box, level, LEVELS.indexOf(level) > LEVELS.indexOf(before.level), entities);
  }

  override componentDidUpdate(before: Readonly<Props>, _state: unknown, taken?: Taken): void {
    const box = this.box.current;
    if (taken == null || box === null || this.player === null) return;
    this.end = this.player.play(box, taken, before.level, this.props.entities);
  }

  override componentWillUnmount(): void {
    this.end();
    this.untold();
  }

  override render(): ReactNode {
    return (
      <div className={this.props.className} ref={this.box} data-picture>
        {this.props.children}
      </div>
    );
  }
}
