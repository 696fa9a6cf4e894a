import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What a mail server does with the next mail to an address. */
export type Answer =
  | 'accept'
  | 'refuse'
  | 'full'
  | 'greylist'
  | 'refuseContent'
  | 'stall'
  | 'drop'
  | 'acceptThenDrop'
  | 'acceptThenStall';

export interface Received extends Email {
  recipient: string;
  /** Of the envelope: where a report that it did not arrive would go. */
  mailFrom: string;
  /** Epoch milliseconds. */
  at: number;
}

/**
 * A real SMTP server on a free port. Each address can be given answers for its coming mails, in order; when they are
 * used up, and for every other address, mails are accepted.
 */
export async function startMailServer() {
  const received: Received[] = [];
  const answers = new Map<string, Answer[]>();
  const next = (address: string) => answers.get(address)?.shift() ?? 'accept';
  const current = new Map<SMTPServerSession, Answer>();
  const asked: string[] = [];
  const told: string[] = [];

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, session, callback) {
      const answer = next(address);
      asked.push(address);
      current.set(session, answer);
      if (answer === 'refuse') return callback(smtpError(550, '5.1.1 no such user'));
      if (answer === 'full') return callback(smtpError(552, '5.2.2 mailbox full'));
      if (answer === 'greylist') return callback(smtpError(451, '4.7.1 greylisted, try again later'));
      callback();
    },
    onData(stream, session, callback) {
      const answer = current.get(session);
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', async () => {
        told.push(session.envelope.rcptTo[0]?.address ?? '');
        if (answer === 'stall') return;
        if (answer === 'drop') return cut(server);
        if (answer === 'refuseContent') return callback(smtpError(554, '5.7.1 looks like spam'));
        const recipient = session.envelope.rcptTo[0]?.address ?? '';
        const at = Date.now();
        const { mailFrom: sender } = session.envelope;
        const mailFrom = sender ? sender.address : '';
        received.push({ ...(await PostalMime.parse(Buffer.concat(chunks))), recipient, mailFrom, at });
        if (answer === 'acceptThenDrop') return cut(server);
        if (answer === 'acceptThenStall') return;
        callback();
      });
    },
  });
  // A connection that the test cuts is no error of the server.
  server.on('error', () => {});
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}?socketTimeout=3000`,
    /** Where a client waits as long as it likes. */
    patientUrl: `smtp://127.0.0.1:${port}`,
    received,
    /** How often the server was asked to take a mail to an address, whatever it answered. */
    timesAsked: (address: string) => asked.filter(each => each === address).length,
    /** How many mails to an address the server has heard to their end, whatever it answered. */
    bodiesTo: (address: string) => told.filter(each => each === address).length,
    to: (address: string) => received.filter(mail => mail.recipient === address),
    answer: (address: string, ...coming: Answer[]) => answers.set(address, coming),
    stop: async () => {
      cut(server);
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}

/** Ends every connection without a word, as a server does that dies. */
function cut(server: SMTPServer): void {
  for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>)
    connection._socket.destroy();
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
