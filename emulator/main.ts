import closeWithGrace from 'close-with-grace';
import { optionsFrom } from './config.ts';
import { startEmulator } from './emulator.ts';
import type { Log } from './engine/marketplace.ts';

const log: Log = entry => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), name: 'emulator', ...entry })}\n`);
};

// A log that cannot be written, on a disk that is full, does not end what it tells of.
process.stdout.on('error', () => {});

function explain(error: unknown): string {
  const { code, port, message } = error as Error & { code?: string; port?: number };
  return code === 'EADDRINUSE' ? `Port ${port} is taken. Set EMULATOR_PORT to a free one.` : message;
}

try {
  const emulator = await startEmulator({ ...optionsFrom(process.env), log });
  log({ level: 'info', msg: 'ready', url: emulator.url });
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) log({ level: 'fatal', msg: 'stopping after an error', error: String(err) });
    await emulator.stop();
  });
} catch (error) {
  log({ level: 'fatal', msg: explain(error) });
  process.exitCode = 1;
}
