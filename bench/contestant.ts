import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program that trains when it is told to: see `turns.ts`. */
export class Contestant {
  readonly name: string;
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(name: string, child: ChildProcess) {
    this.name = name;
    this.#process = child;
    if (!child.stdout) throw new Error(`${name}: no output`);
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** Starts a contestant; undefined where its program is missing or does not get ready. */
  static async start(name: string, command: readonly string[]): Promise<Contestant | undefined> {
    const [program, ...args] = command;
    // What a machine sets for other programs' arithmetic must not slow down one contestant.
    const { PATH, HOME, CHROMIUM_PATH } = process.env;
    const env = { PATH, HOME, CHROMIUM_PATH, TSX_TSCONFIG_PATH: 'tsconfig.node.json' };
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    child.on('error', () => child.stdout?.destroy());
    const contestant = new Contestant(name, child);
    return (await contestant.#line()) === 'ready' ? contestant : undefined;
  }

  /** Trains on so many batches; resolves to the seconds that took. Throws where it has died. */
  async turn(steps: number): Promise<number> {
    this.#process.stdin?.write(`${steps}\n`);
    const seconds = Number(await this.#line());
    if (!Number.isFinite(seconds)) throw new Error(`${this.name} has died`);
    return seconds;
  }

  close(): void {
    this.#process.stdin?.end();
    this.#process.kill();
  }

  /** The next line; undefined at the end. Libraries greet on lines that are neither word nor number. */
  async #line(): Promise<string | undefined> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) return undefined;
      if (value === 'ready' || /^[\d.e-]+$/.test(value)) return value;
    }
  }
}
