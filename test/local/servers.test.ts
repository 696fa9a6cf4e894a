import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import { chromium } from 'playwright-core';
import { freePort } from '../../local/ports.ts';
import { findChromium } from '../../local/servers/chromium.ts';
import { startMongodb } from '../../local/servers/mongodb.ts';
import { startTemporal } from '../../local/servers/temporal.ts';

// Starting a server takes long on a busy machine.
jest.setTimeout(120_000);

const { TEMPORAL_ADDRESS = '', MONGODB_URI = '' } = process.env;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servers-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function inTemporal<T>(address: string, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  return use(new Client({ connection })).finally(() => connection.close());
}

async function inMongodb<T>(uri: string, use: (connection: mongoose.Connection) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(uri, { dbName: 'servers-test' }).asPromise();
  return use(connection).finally(() => connection.close());
}

test('the MongoDB server keeps a transaction whole', async () => {
  await inMongodb(MONGODB_URI, async connection => {
    const rows = connection.collection('rows');
    await rows.deleteMany({});
    const failing = connection.transaction(async session => {
      await rows.insertOne({ name: 'half' }, { session });
      throw new Error('stop here');
    });
    await expect(failing).rejects.toThrow('stop here');
    expect(await rows.countDocuments()).toBe(0);
    await connection.dropDatabase();
  });
});

test('Temporal finds its workflows in the data file at the next start', async () => {
  const options = { dataFile: join(folder, 'temporal.db'), logFile: join(folder, 'temporal.log') };
  const first = await startTemporal({ ...options, port: await freePort() });
  await inTemporal(first.address, client =>
    client.workflow.start('kept', { workflowId: 'kept', taskQueue: 'nobody' }),
  );
  await first.stop();
  const second = await startTemporal({ ...options, port: await freePort() });
  const { status } = await inTemporal(second.address, client => client.workflow.getHandle('kept').describe());
  await second.stop();
  expect(status.name).toBe('RUNNING');
});

test('Temporal answers the polls of a worker that stops, so that no task is lost on its way to it', async () => {
  const { namespaceInfo } = await inTemporal(TEMPORAL_ADDRESS, client =>
    client.workflowService.describeNamespace({ namespace: 'default' }),
  );
  expect(namespaceInfo?.capabilities?.workerPollCompleteOnShutdown).toBe(true);
});

test('MongoDB finds its data when it was moved to another port', async () => {
  const options = { dataDir: join(folder, 'mongodb'), logFile: join(folder, 'mongodb.log') };
  const first = await startMongodb({ ...options, port: await freePort() });
  await inMongodb(first.uri, connection => connection.collection('rows').insertOne({ name: 'kept' }));
  await first.stop();
  const second = await startMongodb({ ...options, port: await freePort() });
  const found = await inMongodb(second.uri, connection =>
    connection.collection('rows').findOne({ name: 'kept' }),
  );
  await second.stop();
  expect(found).toMatchObject({ name: 'kept' });
});

test('a server does not take another one on its port for itself', async () => {
  const port = Number(TEMPORAL_ADDRESS.split(':')[1]);
  const failing = startTemporal({ port, logFile: join(folder, 'failing.log') });
  await expect(failing).rejects.toThrow(`Port ${port} (Temporal) is taken by another program.`);
});

test('a server that cannot start says why', async () => {
  const logFile = join(folder, 'failing.log');
  const failing = startTemporal({ port: await freePort(), dataFile: folder, logFile });
  await expect(failing).rejects.toThrow(/^Temporal: ended with code \d+\. Its last lines .*failing\.log/);
});

test('the browser that is found opens a page', async () => {
  const browser = await chromium.launch(await findChromium());
  const page = await browser.newPage();
  await page.setContent('<h1>見積書</h1>');
  expect(await page.textContent('h1')).toBe('見積書');
  await browser.close();
});
