import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import { startChild, waitForChild } from '../../local/child.ts';
import { cached } from '../../local/servers/cache.ts';

const run = promisify(execFile);
const version = '0.36.7';
const requirements = [`pymap==${version}`, 'pysasl==1.2.0', 'proxy-protocol==0.11.3'];

/** Its half a million rounds for each sign-in guard passwords of people; tests sign in a hundred times. */
const start = [
  'from pysasl.hashing import BuiltinHash',
  'BuiltinHash.__init__.__kwdefaults__["rounds"] = 1',
  'from pymap.main import main',
  'main()',
].join('\n');

/** An IMAP server written in Python, fetched once beside the other things that tests fetch. */
function pymap(): Promise<string> {
  const install = ['-m', 'pip', 'install', '--quiet', ...requirements, '--target'];
  return cached(`pymap-${version}`, async folder => {
    await run('python3', [...install, folder], { timeout: 120_000 });
  });
}

export const mailboxUser = 'bounces@example.com';
export const mailboxPassword = 'p@ss/w0rd that nobody may see';

/** The address of that server's mailbox, as the setting names it. */
export const addressAt = (port: number, password = mailboxPassword) =>
  `imap://${encodeURIComponent(mailboxUser)}:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`;

/** Starts an IMAP server with one empty mailbox in its memory. */
export async function startImapServer(port: number) {
  const folder = await mkdtemp(join(tmpdir(), 'offerdesk-imap-'));
  const server = ['--host', '127.0.0.1', '--port', String(port), '--no-tls'];
  const mailbox = ['dict', '--demo-user', mailboxUser, '--demo-password', mailboxPassword];
  const child = startChild({
    name: 'pymap',
    command: 'python3',
    args: ['-c', start, ...server, ...mailbox],
    env: { ...process.env, PYTHONPATH: await pymap() },
    logFile: join(folder, 'pymap.log'),
  });
  await waitForChild({ child, until: () => listens(port) });
  return {
    put: (mail: Buffer) => inMailbox(port, client => client.append('INBOX', mail)),
    /** The subjects of the mails that are marked as read, or are not. */
    subjects: (seen: boolean) =>
      inMailbox(port, async client => {
        const mails = await client.fetchAll({ seen }, { envelope: true });
        return mails.map(({ envelope }) => envelope?.subject ?? '');
      }),
    async stop() {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function inMailbox<T>(port: number, use: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user: mailboxUser, pass: mailboxPassword };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false });
  await client.connect();
  try {
    await client.mailboxOpen('INBOX', { readOnly: true });
    return await use(client);
  } finally {
    client.close();
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
