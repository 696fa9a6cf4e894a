import { type Child, failure } from '../child.ts';
import type { StartError } from '../start-error.ts';

/** One process of the stack, which can be stopped, killed and started again beside the others. */
export type Part = {
  name: string;
  /** Nothing while it does not run, or runs elsewhere. */
  pid(): number | undefined;
  /** Resolves when it is ready for work. Does nothing when it runs. */
  start(): Promise<void>;
  /** Asks it to end and waits for it. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Stops it where it still runs, and starts it. */
  restart(): Promise<void>;
};

export type PartOptions = {
  name: string;
  /** Starts the process and waits until it is ready. */
  launch: () => Promise<Child>;
  /** Told when the process ends and nobody asked it to; nobody is where others look after it. */
  onLost?: (reason: StartError) => void;
};

export function createPart({ name, launch, onLost }: PartOptions): Part {
  let child: Child | undefined;
  const start = async () => {
    if (child) return;
    const launched = await launch();
    child = launched;
    void launched.exited.then(how => {
      if (child !== launched) return;
      child = undefined;
      onLost?.(failure(launched, how));
    });
  };
  const release = () => {
    const released = child;
    child = undefined;
    return released;
  };
  const stop = async () => release()?.stop();
  const kill = async () => release()?.kill();
  const restart = async () => {
    await stop();
    await start();
  };
  return { name, pid: () => child?.pid, start, stop, kill, restart };
}

/** Stands for a server that runs elsewhere: its address was given, so it is neither started nor stopped here. */
export function sparedPart(name: string): Part {
  const nothing = async () => {};
  return { name, pid: () => undefined, start: nothing, stop: nothing, kill: nothing, restart: nothing };
}
