/** Types of <bouton-explorer>, which bouton-element.js defines. The contract is in ../docs/element.md. */
import type { Destination, Events, Followed, Picture, View, Wish } from './bouton-client';

export interface BoutonExplorer extends HTMLElement {
  /** Address of the site that serves the figure; the one the script came from when left out. */
  src: string;
  /** The query of a link to a view, such as "v=1&level=synapse". */
  view: string;
  level: string;
  /** A story and its step, such as "story-id.3". */
  story: string;
  theme: string;
  /** Parts of the figure, separated by commas. */
  ui: string;
  /** "0" closes the links that lead out of the figure. */
  links: string;
  heading: string;
  label: string;
  loading: string;
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
