/** The messages between host and figure as schemas: what is checked at run time and what is published for other languages. */
import * as z from 'zod/mini';
import { Level } from '../model/schema';
import { PARTS, PROTOCOL, type FromHost, type ToHost } from './contract';

const short = z.string().check(z.minLength(1), z.maxLength(200));
const id = z.string().check(z.minLength(1), z.maxLength(64));
const mark = z.literal(PROTOCOL);
const theme = z.enum(['paper', 'lecture']);

/** Longest query that a request may carry; twice the longest link that the page makes. */
const LONGEST_QUERY = 4_000;
const query = z.string().check(z.maxLength(LONGEST_QUERY));

const Wish = z.union([
  z.strictObject({ query }),
  z.strictObject({ set: z.record(z.string().check(z.regex(/^[a-z]{1,12}$/)), z.string().check(z.maxLength(1_000))) }),
]);

const Destination = z.strictObject({
  level: z.optional(Level),
  selection: z.optional(short),
  dose: z.optional(short),
  spike: z.optional(short),
  story: z.optional(short),
  step: z.optional(z.int().check(z.gte(1), z.lte(999))),
});

const without = (method: 'getState' | 'play' | 'pause' | 'fire' | 'reset') =>
  z.strictObject({ bouton: mark, type: z.literal('request'), id, method: z.literal(method) });
const withParams = <M extends string, P extends z.ZodMiniType>(method: M, params: P) =>
  z.strictObject({ bouton: mark, type: z.literal('request'), id, method: z.literal(method), params });

/** Requests by method. */
export const REQUESTS = {
  getState: without('getState'),
  setState: withParams('setState', Wish),
  goTo: withParams('goTo', Destination),
  play: without('play'),
  pause: without('pause'),
  fire: without('fire'),
  reset: without('reset'),
  setTheme: withParams('setTheme', z.strictObject({ theme })),
  screenshot: withParams('screenshot', z.optional(z.strictObject({ scale: z.optional(z.number().check(z.gte(1), z.lte(4))) }))),
} as const;

export const HelloMessage = z.strictObject({ bouton: mark, type: z.literal('hello') });

const View = z.strictObject({
  query,
  title: z.string(),
  level: Level,
  mode: z.string(),
  theme,
  story: z.nullable(z.strictObject({ id: short, step: z.int(), of: z.int() })),
  playing: z.boolean(),
});
const Followed = z.extend(View, { notices: z.array(z.string()) });

/** Details of events by name. */
export const EVENTS = {
  ready: z.strictObject({ protocol: mark, view: View, parts: z.array(z.enum(PARTS)) }),
  change: z.strictObject({ view: View, by: z.enum(['user', 'api']) }),
  step: z.strictObject({ story: short, step: z.int(), of: z.int() }),
  answered: z.strictObject({ story: short, question: short, choice: z.string(), correct: z.nullable(z.boolean()) }),
  completed: z.strictObject({ story: short }),
  error: z.strictObject({ reason: z.string() }),
  'tab-exit': z.strictObject({ direction: z.enum(['forward', 'backward']) }),
  height: z.strictObject({ width: z.number(), height: z.number() }),
} as const;

/** Results of replies by method. The bytes of a screenshot are an ArrayBuffer, which JSON Schema cannot say. */
export const RESULTS = {
  getState: View,
  setState: Followed,
  goTo: Followed,
  play: View,
  pause: View,
  fire: View,
  reset: View,
  setTheme: View,
  screenshot: z.strictObject({ type: z.literal('image/png'), width: z.int(), height: z.int(), bytes: z.any(), caption: z.string() }),
} as const;

export const FaultMessage = z.strictObject({
  bouton: mark,
  type: z.literal('reply'),
  id,
  ok: z.literal(false),
  error: z.strictObject({ code: z.enum(['bad-request', 'unknown-method', 'not-ready', 'unavailable', 'failed']), message: z.string() }),
});

/** Every message that may come from a host, or null. */
export function readFromHost(data: unknown): FromHost | { readonly bad: string; readonly id: string; readonly unknown: boolean } | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const { bouton, type, id: given, method } = data as Readonly<Record<string, unknown>>;
  if (bouton !== PROTOCOL) return null;
  if (type === 'hello') return HelloMessage.safeParse(data).success ? { bouton, type } : null;
  const known = id.safeParse(given);
  if (type !== 'request' || !known.success) return null;
  const schema = typeof method === 'string' && Object.hasOwn(REQUESTS, method) ? REQUESTS[method as keyof typeof REQUESTS] : undefined;
  if (schema === undefined) return { bad: 'There is no such method.', id: known.data, unknown: true };
  const read = schema.safeParse(data);
  if (read.success) return read.data as FromHost;
  const [issue] = read.error.issues;
  return { bad: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}`, id: known.data, unknown: false };
}

/** Marks a message to a host; keeps what is sent and what is declared from drifting apart. */
export function toHost(message: ToHost): ToHost {
  return message;
}
