import { rm } from 'node:fs/promises';

/** What the global set-up started, for the global teardown to stop. */
type Running = { folder: string; servers: { stop(): Promise<void> }[]; stop(): Promise<void> };

const shared = globalThis as { offerdeskTestServers?: Running };

// jest may load this file twice, once for the set-up and once for the teardown: the process is what they share.
shared.offerdeskTestServers ??= {
  folder: '',
  servers: [],
  async stop() {
    await Promise.all(this.servers.splice(0).map(server => server.stop()));
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  },
};

export const running: Running = shared.offerdeskTestServers;
