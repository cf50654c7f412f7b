import { relative } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

type Compiler = typeof import('./lessons/modules.ts');
type Modules = Awaited<ReturnType<Compiler['compileModules']>>;

const isOurs = (id: string) => /^virtual:(lessons$|glossary\/|search\/)/.test(id);
const resolved = (id: string) => `\0${id}`;

/**
 * Serves the compiled course as `virtual:lessons`, for the pages' server loads, and in each language its glossary and what
 * is searched as `virtual:glossary/en` and `virtual:search/en`. A mistake in a lesson fails the build; under `vite dev` it is shown on the page until it
 * is mended.
 */
export function lessons(): Plugin {
  let root = process.cwd();
  let compilation: Promise<Modules> | undefined;
  let compiler: Promise<Compiler> | undefined;
  let compilerFiles: readonly string[] = [];

  /** The compiler reads the project's own modules, so Vite loads it, as it loads those. */
  async function loadCompiler(): Promise<Compiler> {
    const { module, dependencies } = await runnerImport<Compiler>('/scripts/lessons/modules.ts', {
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { $lib: `${root}/src/lib` } },
    });
    compilerFiles = dependencies;
    return module;
  }

  async function compile(): Promise<Modules> {
    compiler ??= loadCompiler();
    return (await compiler).compileModules(root);
  }

  return {
    name: 'lessons',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (isOurs(id) ? resolved(id) : undefined),
    async load(id) {
      const name = id.slice(resolved('').length);
      if (id !== resolved(name) || !isOurs(name)) return undefined;
      compilation ??= compile();
      return (await compilation)[name]();
    },
    hotUpdate({ file, modules }) {
      const path = relative(root, file);
      const isSource = path.startsWith('lessons/') || path.startsWith('src/lib/nn/');
      const isCompiler = path.startsWith('scripts/lessons/') || compilerFiles.includes(file);
      if (!isSource && !isCompiler) return undefined;
      if (isCompiler) compiler = undefined;
      compilation = undefined;
      if (this.environment.name === 'client') this.environment.hot.send({ type: 'full-reload' });
      const { idToModuleMap } = this.environment.moduleGraph;
      const compiled = [...idToModuleMap].flatMap(([id, module]) =>
        id.startsWith(resolved('')) && isOurs(id.slice(1)) ? module : [],
      );
      return [...modules, ...compiled];
    },
  };
}
