import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { freePorts, type Ports } from '../../local/addresses.ts';
import { type Stack, startStack } from '../../local/stack.ts';

// Servers of its own, not those of the tests: starting and stopping them is what is tested.
const { TEMPORAL_ADDRESS: _temporal, MONGODB_URI: _mongodb, ...env } = process.env;
let dataDir: string;
let ports: Ports;
let stack: Stack;

const start = () => startStack({ dataDir, ports, env });
const answers = (port: number, path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ status }) => status,
    () => 'nobody',
  );

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stack-'));
  ports = await freePorts();
  stack = await start();
});

afterAll(async () => {
  await stack.stop();
  await rm(dataDir, { recursive: true });
});

test('runs every part of the product', async () => {
  expect(await answers(ports.api, '/health/ready')).toBe(200);
  expect(await answers(ports.worker, '/health/ready')).toBe(200);
  expect(await answers(ports.emulator, '/')).toBe(200);
  expect(await answers(ports.mailbox, '/')).toBe(200);
  expect(await answers(ports.temporalUi, '/')).toBe(200);
});

test('starts a killed worker again', async () => {
  await stack.worker.kill();
  expect(await answers(ports.worker, '/health/ready')).toBe('nobody');
  await stack.worker.restart();
  expect(await answers(ports.worker, '/health/ready')).toBe(200);
});

test('says which part ended by itself, with its last lines', async () => {
  process.kill(stack.mailbox.pid() as number, 'SIGKILL');
  const { message } = await stack.lost;
  expect(message).toMatch(/^mailbox: ended by SIGKILL\. Its last lines .*mailbox\.log/);
  expect(message).toContain('SMTP smtp://127.0.0.1');
  await stack.mailbox.restart();
});

test('stops everything, and finds its mails and secrets at the next start', async () => {
  const transport = createTransport(stack.environment.SMTP_URL);
  await transport.sendMail({ from: 'a@example.com', to: 'b@example.com', subject: 'kept', text: 'kept' });
  transport.close();
  const secrets = await readFile(join(dataDir, 'secrets.json'), 'utf8');

  await stack.stop();
  expect(await answers(ports.api, '/health/live')).toBe('nobody');
  expect(await answers(ports.temporalUi, '/')).toBe('nobody');

  stack = await start();
  const mails = await (await fetch(`${stack.urls.mailbox}/api/mails?to=b@example.com`)).json();
  expect(mails).toMatchObject([{ subject: 'kept' }]);
  expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).toBe(secrets);
});

test('starts nothing when one port is taken', async () => {
  const other = await freePorts();
  const holder = await hold(other.smtp);
  const failing = startStack({ dataDir: join(dataDir, 'other'), ports: other, env });
  await expect(failing).rejects.toThrow(`Port ${other.smtp} (the mailbox's SMTP) is taken`);
  expect(await answers(other.mailbox, '/')).toBe('nobody');
  await new Promise(resolve => holder.close(resolve));
});

test('leaves nothing running when one part cannot start, and says which and where in our sources', async () => {
  const other = await freePorts();
  const loud = { ...env, LOG_LEVEL: 'loud' };
  const failing = startStack({ dataDir: join(dataDir, 'other'), ports: other, env: loud });
  await expect(failing).rejects.toThrow(
    /^(api|worker): ended with code 1\. Its last lines .*LOG_LEVEL=loud is not known.*shared\/config\.ts:\d+/s,
  );
  expect(await answers(other.api, '/health/live')).toBe('nobody');
  expect(await answers(other.mailbox, '/')).toBe('nobody');
});

function hold(port: number): Promise<Server> {
  const server = createServer();
  return new Promise(resolve => server.listen(port, '127.0.0.1', () => resolve(server)));
}
