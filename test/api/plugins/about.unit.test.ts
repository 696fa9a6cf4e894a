import { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import Fastify from 'fastify';
import type { App } from '../../../api/deps.ts';
import { logRequests } from '../../../api/plugins/logging.ts';
import { logOptions, noteInLog } from '../../../shared/log.ts';

it('the lines of a request name the deal and the command that it turns out to be for, and no others', async () => {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(line.toString()));
      done();
    },
  });
  const app: App = Fastify({ logger: { ...logOptions({ level: 'info', name: 'api' }), stream } });
  logRequests(app);
  app.get<{ Params: { dealId: string } }>('/:dealId', async request => {
    const { dealId } = request.params;
    await new Promise(setImmediate);
    noteInLog({ dealId, commandId: `command of ${dealId}` });
    return 'done';
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  await Promise.all(['one', 'two'].map(async dealId => (await fetch(`${address}/${dealId}`)).text()));
  await app.close();

  const completed = lines.filter(({ msg }) => msg === 'request completed');
  expect(completed.map(({ dealId }) => dealId).toSorted()).toEqual(['one', 'two']);
  for (const line of completed) {
    expect(line).toMatchObject({ name: 'api', commandId: `command of ${line.dealId}` });
    expect(line.reqId).toBeDefined();
  }
});
