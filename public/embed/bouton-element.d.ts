/** Types of <bouton-explorer>, which bouton-element.js defines. The contract is in ../docs/element.md. */
import type { Destination, Events, Followed, Picture, View, Wish } from './bouton-client.js';

/** Null and undefined take the attribute away. */
type Given = string | null | undefined;

export interface BoutonExplorer extends HTMLElement {
  /** Address of the site that serves the figure; the one the script came from when left out. */
  get src(): string;
  set src(value: Given);
  /** The query of a link to a view, such as "v=1&level=synapse". */
  get view(): string;
  set view(value: Given);
  get level(): string;
  set level(value: Given);
  /** A story and its step, such as "story-id.3". */
  get story(): string;
  set story(value: Given);
  get theme(): string;
  set theme(value: Given);
  /** Parts of the figure, separated by commas. */
  get ui(): string;
  set ui(value: Given);
  /** "0" closes the links that lead out of the figure. */
  get links(): string;
  set links(value: Given);
  get heading(): string;
  set heading(value: Given);
  get label(): string;
  set label(value: Given);
  get loading(): string;
  set loading(value: Given);
  readonly ready: Promise<Events['ready']>;
  getState(): Promise<View>;
  setState(wish: Wish): Promise<Followed>;
  goTo(destination: Destination): Promise<Followed>;
  play(): Promise<View>;
  pause(): Promise<View>;
  fire(): Promise<View>;
  reset(): Promise<View>;
  setTheme(theme: 'paper' | 'lecture'): Promise<View>;
  screenshot(scale?: number): Promise<Picture>;
}

declare global {
  interface HTMLElementTagNameMap {
    'bouton-explorer': BoutonExplorer;
  }
  interface HTMLElementEventMap {
    'bouton-ready': CustomEvent<Events['ready']>;
    'bouton-change': CustomEvent<Events['change']>;
    'bouton-step': CustomEvent<Events['step']>;
    'bouton-answered': CustomEvent<Events['answered']>;
    'bouton-completed': CustomEvent<Events['completed']>;
    'bouton-error': CustomEvent<Events['error']>;
    'bouton-tab-exit': CustomEvent<Events['tab-exit']>;
    'bouton-height': CustomEvent<Events['height']>;
  }
}
