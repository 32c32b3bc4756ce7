/** The command line: `npm run -s lab -- <command> …`. Each command is one line in the table below. */

interface Command {
  /** Arguments as shown in the usage text. */
  readonly usage: string;
  readonly says: string;
  /** Runs with the arguments after the command's name and gives the exit status. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  validate: {
    usage: '<file> [--lenient]',
    says: 'check a pack: its manifest or its only file',
    run: async (args) => (await import('./validate')).validate(args),
  },
  import: {
    usage: '<folder>',
    says: 'make the flagship pack from the survey files',
    run: async (args) => (await import('./import/run')).importPack(args),
  },
  layout: {
    usage: '<source.json> <out.json>',
    says: 'route and check an authored map and write it as a pack part',
    run: async (args) => (await import('./layout/command')).layoutCommand(args),
  },
  targets: {
    usage: '<file.json>',
    says: 'run the engine against a file of numeric targets',
    run: async (args) => (await import('./targets/command')).targetsCommand(args),
  },
  synapse: {
    usage: '<scenario.json>',
    says: 'simulate one synapse; also --published and --sites',
    run: async (args) => (await import('./synapse/command')).synapseCommand(args),
  },
  pk: {
    usage: '<scenario.json> [--csv]',
    says: 'run a dose in the drug models; also --targets and --help',
    run: async (args) => (await import('./pk/command')).pkCommand(args),
  },
  network: {
    usage: '<scenario.json>',
    says: 'simulate the prefrontal or the habenula circuit',
    run: async (args) => (await import('./network')).networkCommand(args),
  },
  bake: {
    usage: '[synapse|receptor]',
    says: 'make the geometry of the 3D plates',
    run: async (args) => (await import('./bake/command')).bakeCommand(args),
  },
  stills: {
    usage: '[word …]',
    says: 'draw the stills of the 3D plates with the real renderer',
    run: async (args) => (await import('./stills')).stillsCommand(args),
  },
  atlas: {
    usage: '[--source <folder>]',
    says: 'build the meshes and outlines of the brain from the pinned volumes',
    run: async (args) => (await import('./atlas/command')).atlasCommand(args),
  },
  figures: {
    usage: '<pack.json> [--write]',
    says: 'compute anew the numbers that stories take from the engine',
    run: async (args) => (await import('./figures/command')).figuresCommand(args),
  },
  schema: {
    usage: '[--check]',
    says: 'write the JSON Schema and the documentation of the pack format',
    run: async (args) => (await import('./publish-schema')).publishSchema(args),
  },
};

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { usage: words, says }]) => `  ${`${name} ${words}`.padEnd(28)} ${says}`);
  return ['usage: npm run -s lab -- <command> [arguments]', '', ...lines].join('\n');
}

/** Runs one command and gives the exit status. */
export async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(usage());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    console.error(`there is no command "${name}"\n\n${usage()}`);
    return 2;
  }
  return command.run(args);
}

process.exitCode = await main(process.argv.slice(2));
