import { createServer, type Server } from 'node:net';
import { described, freePorts, portsFrom } from '../../local/addresses.ts';
import { assertPortsFree, freePort } from '../../local/ports.ts';

let holder: Server;
let taken: number;

beforeAll(async () => {
  taken = await freePort();
  holder = createServer();
  await new Promise<void>(resolve => holder.listen(taken, '127.0.0.1', resolve));
});

afterAll(() => new Promise(resolve => holder.close(resolve)));

test('names a taken port, its user and the variable that moves it', async () => {
  const ports = [{ port: taken, usedBy: 'MongoDB', variable: 'MONGODB_PORT' }];
  await expect(assertPortsFree(ports)).rejects.toThrow(
    `Port ${taken} (MongoDB) is taken by another program. Stop it, or move MongoDB: MONGODB_PORT=`,
  );
});

test('accepts ports that are free', async () => {
  await expect(assertPortsFree(described(await freePorts()))).resolves.toBeUndefined();
});

test('gives ports that differ, and that no outgoing connection can take', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
  expect(new Set(ports).size).toBe(50);
  expect(Math.max(...ports)).toBeLessThan(32_768);
});

test('refuses one port for two users before trying either', async () => {
  const ports = described(portsFrom({ PORT: `${taken}`, EMULATOR_PORT: `${taken}` }));
  await expect(assertPortsFree(ports)).rejects.toThrow(`PORT and EMULATOR_PORT are both ${taken}.`);
});

test('moves only the port that the environment names', () => {
  const before = portsFrom({});
  expect(portsFrom({ MAILBOX_PORT: '5020' })).toEqual({ ...before, mailbox: 5020 });
});

test.each(['abc', '0', '70000', '80.5'])('refuses %s as a port', text => {
  expect(() => portsFrom({ PORT: text })).toThrow(`PORT=${text} is not a port.`);
});
