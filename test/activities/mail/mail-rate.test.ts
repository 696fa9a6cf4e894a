import { createTransport } from '../../../activities/mail/mail-transport.ts';
import { startMailServer } from './mail-server.ts';
import { config } from './post-office.ts';

const perSecond = 4;
const burst = 3 * perSecond + 1;
/** A timer of Node may end a moment early. */
const inaccuracyMs = 20;

test('a burst reaches the server in portions of the rate, and all of it arrives', async () => {
  const server = await startMailServer();
  const transport = createTransport({ SMTP_URL: server.patientUrl, MAIL_PER_SECOND: perSecond });
  const began = Date.now();
  const send = (_mail: unknown, index: number) =>
    transport.sendMail({ from: config.MAIL_FROM, to: `reader${index}@northwind.example`, text: 'Hello' });
  await Promise.all(Array.from({ length: burst }, send));

  expect(server.received).toHaveLength(burst);
  const times = server.received.map(({ at }) => at - began).sort((a, b) => a - b);
  const tooEarly = times.filter((at, index) => at < Math.floor(index / perSecond) * 1000 - inaccuracyMs);
  expect(tooEarly).toEqual([]);
  transport.close();
  await server.stop();
});
