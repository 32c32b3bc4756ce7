/** The published half of embedding: JSON Schema of the messages, and the list of keys that an address may carry. */
import * as z from 'zod/mini';
import { PROTOCOL } from '../embed/contract';
import { FRAME_PARAMETERS, VIEW_PARAMETERS, type ParameterGroup } from '../embed/parameters';
import { EVENTS, FaultMessage, HelloMessage, REQUESTS, RESULTS } from '../embed/protocol';

type Json = Readonly<Record<string, unknown>>;

/** One schema, without the dialect that the whole file names. */
function schemaOf(type: z.ZodMiniType): Json {
  const { $schema: _dialect, ...made } = JSON.parse(JSON.stringify(z.toJSONSchema(type, { unrepresentable: 'any' }))) as Json;
  return made;
}

const marked = (type: string, more: Json, required: readonly string[]): Json => ({
  type: 'object',
  properties: { bouton: { const: PROTOCOL }, type: { const: type }, ...more },
  required: ['bouton', 'type', ...required],
  additionalProperties: false,
});

/** The messages of the protocol, one definition each: `request.goTo`, `reply.goTo`, `event.change`. */
export function protocolSchema(): Json {
  const id = { type: 'string', minLength: 1, maxLength: 64 };
  const requests = Object.entries(REQUESTS).map(([method, type]) => [`request.${method}`, schemaOf(type)] as const);
  const replies = Object.entries(RESULTS).map(([method, type]) => {
    return [`reply.${method}`, marked('reply', { id, ok: { const: true }, result: schemaOf(type) }, ['id', 'ok', 'result'])] as const;
  });
  const events = Object.entries(EVENTS).map(([event, type]) => {
    return [`event.${event}`, marked('event', { event: { const: event }, detail: schemaOf(type) }, ['event', 'detail'])] as const;
  });
  const definitions = Object.fromEntries([
    ['hello', schemaOf(HelloMessage)],
    ...requests,
    ...replies,
    ['reply.error', schemaOf(FaultMessage)],
    ...events,
  ]) as Json;
  const some = (names: readonly string[]): readonly Json[] => names.map((name) => ({ $ref: `#/$defs/${name}` }));
  const names = Object.keys(definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Messages between a host page and a figure (version ${PROTOCOL})`,
    oneOf: some(['fromHost', 'toHost']),
    $defs: {
      fromHost: { description: 'What a host may send.', oneOf: some(names.filter((name) => /^(hello|request)/.test(name))) },
      toHost: { description: 'What a figure sends.', anyOf: some(names.filter((name) => /^(reply|event)/.test(name))) },
      ...definitions,
    },
  };
}

function table({ title, about, parameters }: ParameterGroup): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = parameters.map(({ key, type, usual, about: says, examples }) => {
    const example = examples[0] === undefined ? '' : `\`${key}=${examples[0]}\``;
    return `| \`${key}\` | ${cell(type)} | ${cell(usual)} | ${cell(says)} | ${example} |`;
  });
  return [`## ${title}`, '', about, '', '| key | value | usual | says | for example |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}

/** `docs/parameters.md`. */
export function parametersDoc(): string {
  return [
    '# What an address can say',
    '',
    'Written by `npm run -s lab -- schema` from `src/embed/parameters.ts`. A value that cannot be followed is named in a notice that can be',
    'put away, and the page starts with the usual one. Unknown keys are passed over. A link stays under 2,000 signs.',
    '',
    ...[FRAME_PARAMETERS, ...VIEW_PARAMETERS].map(table),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}
