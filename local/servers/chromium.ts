import { readFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { cached } from './cache.ts';
import { platform, type Report } from './program.ts';
import { onPath, run } from './run.ts';

export type Browser = { executablePath: string; args: string[] };

// Root, as in a container, may not use the sandbox; the pages opened are our own.
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

// The packed one names folders that exist on Lambda only.
const FONTS_CONF = `<?xml version="1.0"?>
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

/** A Chromium for the tests and the story: CHROMIUM_PATH, else one on the PATH, else the one that an npm package carries. */
export async function findChromium(report?: Report): Promise<Browser> {
  const installed =
    process.env.CHROMIUM_PATH ||
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  return { executablePath: installed ?? (await unpackedChromium(report)), args: ARGS };
}

async function unpackedChromium(report: Report = () => {}): Promise<string> {
  if (platform !== 'linux-x64') {
    throw new StartError('No browser was found. Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = await cached(`chromium-${packageVersion(entry)}`, async draft => {
    report('unpacking Chromium, once');
    await unpack(entry, draft);
    await writeLauncher(draft);
    await run({ command: join(draft, 'launch'), args: ['--version', '--no-sandbox'], timeoutMs: 30_000 });
  });
  return join(folder, 'launch');
}

function packageVersion(entry: string): string {
  const packageFile = `${entry.slice(0, entry.lastIndexOf('@sparticuz/chromium'))}@sparticuz/chromium/package.json`;
  return JSON.parse(readFileSync(packageFile, 'utf8')).version;
}

// The package unpacks into TMPDIR, and its own libraries only where it believes it runs on Lambda: hence a process of its own.
async function unpack(entry: string, folder: string): Promise<void> {
  const code = `import(${JSON.stringify(entry)}).then(module => module.default.executablePath())`;
  await run({
    command: process.execPath,
    args: ['-e', code],
    env: { PATH: process.env.PATH, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    timeoutMs: 120_000,
  });
}

// The machine's own libraries and fonts win; the packed ones fill what a bare machine lacks.
async function writeLauncher(folder: string): Promise<void> {
  const script = [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")',
    'if ldd "$here/chromium" | grep -q "not found"; then',
    '  export LD_LIBRARY_PATH="$here/al2023/lib"',
    'fi',
    '[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"',
    'exec "$here/chromium" "$@"',
    '',
  ];
  await writeFile(join(folder, 'fonts', 'fonts.conf'), FONTS_CONF);
  await writeFile(join(folder, 'launch'), script.join('\n'));
  await chmod(join(folder, 'launch'), 0o755);
}
