/**
 * `<bouton-explorer>`: a figure as an element. It holds an iframe in a shadow root, so that neither page can reach the other's style,
 * script or storage. Published as `embed/bouton-element.js`, one plain script; the contract is in `docs/element.md`.
 */
import { connect, type Client } from './client';
import type { EventName, Events, Followed, Method, Methods, Picture, View, Wish } from './contract';
import { isWeb, siteOfScript } from './site';

const NAME = 'bouton-explorer';
/** Attributes that say which view is shown; a change is told to the figure. */
const VIEW_KEYS = ['view', 'level', 'story', 'theme'] as const;
/** Attributes that the frame's address carries; a change loads it anew. */
const FRAME_KEYS = ['src', 'ui', 'links', 'heading'] as const;
const EVENTS: readonly EventName[] = ['ready', 'change', 'step', 'answered', 'completed', 'error', 'tab-exit', 'height'];

/**
 * Nothing the host page's style sheets say reaches the frame; the size comes from the box around the element and from the figure. In a box
 * that asks how wide its content wants to be (a flex item, a cell of a table), 834 is the answer in place of a frame's own 300.
 */
const STYLE = `:host{${important(
  'display:block;visibility:visible;opacity:1;filter:none;backdrop-filter:none;mix-blend-mode:normal;mask:none;clip:auto;clip-path:none;content-visibility:visible;contain:none;container-type:normal;pointer-events:auto;interactivity:auto;overflow:visible;position:relative;inset:auto;z-index:auto;float:none;columns:auto;transform:none;translate:none;rotate:none;scale:none;zoom:1;perspective:none;writing-mode:horizontal-tb;inline-size:auto;min-inline-size:0;max-inline-size:none',
)}}
:host(:not([fixed])){${important('block-size:auto;min-block-size:0;max-block-size:none')}}
:host([hidden]){display:none!important}
iframe{display:block;inline-size:100%;border:0;color-scheme:normal;aspect-ratio:834/504;min-block-size:392px;contain:size;contain-intrinsic-size:834px 504px}
:host([fixed]) iframe{block-size:100%!important;min-block-size:0;aspect-ratio:auto}`;

function important(style: string): string {
  return style.replaceAll(/;|$/g, '!important;');
}

/** Frameworks set a property to nothing where its attribute is to go. */
type Given = string | null | undefined;
type Call<M extends Method> = Promise<Methods[M]['result']>;

export class BoutonExplorer extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [...VIEW_KEYS, ...FRAME_KEYS, 'label', 'loading'];

  #client: Client | null = null;
  #frame: HTMLIFrameElement | null = null;
  /** The view that was shown last, for the way back into a document. */
  #last: string | null = null;
  #due = false;
  /** The theme was just taken away: a link that names none would leave the figure in it. */
  #bare = false;
  /** In a document and looked after. */
  #lives = false;
  #stands = false;
  #asked = false;
  #becomeReady: (detail: Events['ready']) => void = () => undefined;
  /** Settles when the figure stands for the first time. */
  readonly ready: Promise<Events['ready']>;

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.#becomeReady = resolve;
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }

  connectedCallback(): void {
    // Properties that were set before this script came are hidden behind the class's own: set them again.
    for (const key of [...VIEW_KEYS, ...FRAME_KEYS, 'label', 'loading']) {
      if (!Object.hasOwn(this, key)) continue;
      const value: unknown = Reflect.get(this, key);
      Reflect.deleteProperty(this, key);
      Reflect.set(this, key, value);
    }
    this.#load();
  }

  /** Moved by `moveBefore`, the frame goes on as it is. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this.#client?.close();
    this.#client = null;
    this.#lives = false;
    this.#stands = false;
    this.#asked = false;
    this.#frame?.remove();
    this.#frame = null;
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#lives) return;
    if (name === 'theme') this.#bare = after === null;
    if (this.#frame === null) this.#load();
    else if (name === 'label') this.#frame.title = this.label;
    else if (name === 'loading') return;
    // A frame that waits for the screen, and was asked for nothing, comes with the new view.
    else if (!(this.#stands || this.#asked) || FRAME_KEYS.some((key) => key === name)) this.#reload();
    else if (!this.#due) {
      // Attributes that change together are one step.
      this.#due = true;
      queueMicrotask(() => {
        this.#due = false;
        if (this.#client !== null) void this.setState({ query: this.#query() }).catch(() => undefined);
        this.#bare = false;
      });
    }
  }

  #reload(): void {
    this.#last = null;
    this.disconnectedCallback();
    this.#load();
  }

  #write(name: string, value: Given): void {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** Address of the site; the one this script came from when left out. */
  get src(): string {
    return this.getAttribute('src') ?? siteOfScript();
  }
  set src(value: Given) {
    this.#write('src', value);
  }
  /** The query of a link to a view, such as "v=1&level=synapse". */
  get view(): string {
    return this.getAttribute('view') ?? '';
  }
  set view(value: Given) {
    this.#write('view', value);
  }
  get level(): string {
    return this.getAttribute('level') ?? '';
  }
  set level(value: Given) {
    this.#write('level', value);
  }
  /** A story and its step, such as "open-then-plugged.3". */
  get story(): string {
    return this.getAttribute('story') ?? '';
  }
  set story(value: Given) {
    this.#write('story', value);
  }
  get theme(): string {
    return this.getAttribute('theme') ?? '';
  }
  set theme(value: Given) {
    this.#write('theme', value);
  }
  /** Parts of the figure, separated by commas. */
  get ui(): string {
    return this.getAttribute('ui') ?? '';
  }
  set ui(value: Given) {
    this.#write('ui', value);
  }
  /** "0" closes the links that lead out of the figure. */
  get links(): string {
    return this.getAttribute('links') ?? '1';
  }
  set links(value: Given) {
    this.#write('links', value);
  }
  /** In place of the figure's own title. */
  get heading(): string {
    return this.getAttribute('heading') ?? '';
  }
  set heading(value: Given) {
    this.#write('heading', value);
  }
  /** Name of the frame for assistive technology. */
  get label(): string {
    return this.getAttribute('label') ?? 'Bouton figure';
  }
  set label(value: Given) {
    this.#write('label', value);
  }
  get loading(): string {
    return this.getAttribute('loading') ?? 'lazy';
  }
  set loading(value: Given) {
    this.#write('loading', value);
  }

  getState(): Promise<View> {
    return this.#call('getState');
  }
  setState(wish: Wish): Promise<Followed> {
    return this.#call('setState', wish);
  }
  goTo(destination: Methods['goTo']['params']): Promise<Followed> {
    return this.#call('goTo', destination);
  }
  play(): Promise<View> {
    return this.#call('play');
  }
  pause(): Promise<View> {
    return this.#call('pause');
  }
  fire(): Promise<View> {
    return this.#call('fire');
  }
  reset(): Promise<View> {
    return this.#call('reset');
  }
  setTheme(theme: 'paper' | 'lecture'): Promise<View> {
    return this.#call('setTheme', { theme });
  }
  screenshot(scale?: number): Promise<Picture> {
    return this.#call('screenshot', scale === undefined ? undefined : { scale });
  }

  #call<M extends Method>(method: M, params?: Methods[M]['params']): Call<M> {
    if (this.#client === null) return Promise.reject(new Error(`<${NAME}> is not in a document`));
    // Who asks something of a figure does not want to wait until it is scrolled to.
    this.#asked = true;
    if (this.#frame?.loading === 'lazy') this.#frame.loading = 'eager';
    const call = this.#client.call as (method: M, params?: Methods[M]['params']) => Call<M>;
    return call(method, params);
  }

  #query(): string {
    const params = new URLSearchParams(this.view.replace(/^[?#]+/, ''));
    for (const key of ['level', 'story', 'theme'] as const) {
      const value = this.getAttribute(key);
      if (value !== null && value !== '') params.set(key, value);
    }
    if (this.#bare && !params.has('theme')) params.set('theme', 'paper');
    if ((params.has('level') || params.has('story')) && !params.has('v')) params.set('v', '1');
    return params.toString();
  }

  /** Address of the site as a frame may show it, or null. */
  #site(): string | null {
    const src = this.src.trim();
    if (src === '' || !URL.canParse(src, document.baseURI)) return null;
    const { href } = new URL(src, document.baseURI);
    return isWeb(href) ? href.replace(/[?#].*$/, '') : null;
  }

  #load(): void {
    this.#lives = true;
    const site = this.#site();
    if (site === null) {
      // What the page wrote between the tags stands in the figure's place.
      this.shadowRoot?.replaceChildren(document.createElement('slot'));
      const reason = `<${NAME}> needs the attribute src: the https address of the site that serves the figure.`;
      this.#tell('error', { reason });
      return;
    }
    const frame = document.createElement('iframe');
    const params = new URLSearchParams(this.#last ?? this.#query());
    params.set('embed', '1');
    for (const [key, name] of [
      ['ui', 'ui'],
      ['links', 'links'],
      ['heading', 'title'],
    ] as const) {
      const value = this.getAttribute(key);
      if (value !== null) params.set(name, value);
    }
    params.set('origin', window.origin);
    frame.title = this.label;
    frame.allow = 'fullscreen';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    if (this.loading !== 'eager') frame.loading = 'lazy';
    // A page that is cut off from others shows only frames that are loaded without cookies and storage.
    if (window.crossOriginIsolated) frame.setAttribute('credentialless', '');
    frame.src = `${site}?${params.toString()}`;
    this.#frame = frame;
    this.shadowRoot?.replaceChildren(frame);
    const client = connect(frame, { timeout: 30_000 });
    this.#client = client;
    void client.ready.then((detail) => {
      this.#stands = this.#client === client;
      this.#becomeReady(detail);
    });
    for (const event of EVENTS) client.on(event, (detail) => this.#tell(event, detail));
  }

  #tell(event: EventName, detail: Events[EventName]): void {
    if ('view' in detail) this.#last = detail.view.query;
    if ('height' in detail && !this.hasAttribute('fixed') && this.#frame !== null) {
      this.#frame.style.aspectRatio = 'auto';
      this.#frame.style.blockSize = `${detail.height}px`;
    }
    this.dispatchEvent(new CustomEvent(`bouton-${event}`, { detail, bubbles: true, composed: true }));
  }
}

// A second copy of the script finds the name taken and leaves it.
if (customElements.get(NAME) === undefined) customElements.define(NAME, BoutonExplorer);
