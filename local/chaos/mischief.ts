import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../parts/part.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

export interface Mischief {
  /** What was done, for the report. */
  done: Map<string, number>;
  /** Parts that ended although nobody ended them. */
  lost: string[];
  /** All parts run again afterwards. */
  stop(): Promise<void>;
}

type Named = [name: string, part: Part];

/** Kills, freezes and misleads, one thing after the other, until it is stopped. `longestFreezeMs`: at the most. */
export function startMischief(world: World, random: Random, longestFreezeMs: number): Mischief {
  const { parts, mailbox, disk } = world;
  const done = new Map<string, number>();
  const lost: string[] = [];
  const over = new AbortController();
  const note = (what: string) => done.set(what, (done.get(what) ?? 0) + 1);
  const rest = (from: number, to: number) =>
    pause(random.between(from, to), undefined, { signal: over.signal }).catch(() => {});

  async function kill([name, part]: Named): Promise<void> {
    note(`kill ${name}`);
    await part.kill();
    await rest(0, 5000);
    await part.start();
  }

  async function freeze([name, part]: Named): Promise<void> {
    note(`freeze ${name}`);
    const thaw = freezeOne(part);
    await rest(1000, longestFreezeMs);
    thaw();
  }

  /** Servers may end when they cannot write any more; they are started again once they can. */
  async function fillDisk(): Promise<void> {
    if (!disk) return;
    note('disk full');
    await disk.fill();
    await rest(1000, longestFreezeMs);
    await disk.empty();
    for (const server of world.servers) await server.start();
  }

  async function misleadAws(): Promise<void> {
    const kind = random.oneOf('throttle', 'error', 'timeout', 'reset', 'lostAnswer');
    note(`AWS: ${kind}`);
    await tell(world, 'faults', { operation: '*', kind, times: random.whole(1, 4) });
  }

  /** Events of AWS come twice, in another order, or never. */
  async function misleadEvents(): Promise<void> {
    const events = { duplicate: random.chance(0.5), reorder: random.chance(0.5), drop: random.chance(0.2) };
    note('AWS: events twice, in another order or never');
    await tell(world, 'settings', { events });
  }

  async function goOn(): Promise<void> {
    while (!over.signal.aborted) {
      const part = random.oneOf(...(Object.entries(parts) as [Named, ...Named[]]));
      const what = random.oneOf(kill, kill, freeze, freeze, misleadAws, misleadEvents, freezeMail, fillDisk);
      await what(part).catch(error => void lost.push(String(error)));
      await reviveLost();
      await rest(500, 4000);
    }
  }

  const freezeMail = () => freeze(['mailbox', mailbox]);

  /** As whatever looks after processes would. */
  async function reviveLost(): Promise<void> {
    for (const [name, part] of Object.entries(parts)) {
      if (part.pid() !== undefined) continue;
      lost.push(`${name} had ended by itself`);
      await part.start();
    }
  }

  const going = goOn();
  return {
    done,
    lost,
    async stop() {
      over.abort();
      await going;
      await tell(world, 'clear-faults', {});
      await tell(world, 'settings', { events: { duplicate: false, reorder: false, drop: false } });
      for (const part of Object.values(parts)) await part.start();
    },
  };
}

function freezeOne(part: Part): () => void {
  const pid = part.pid();
  if (pid === undefined) return () => {};
  process.kill(pid, 'SIGSTOP');
  return () => void process.kill(pid, 'SIGCONT');
}

/** The control API of the emulator, beside AWS's own. */
export async function tell({ urls }: Pick<World, 'urls'>, what: string, body: object): Promise<unknown> {
  const answer = await fetch(`${urls.emulator}/control/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
