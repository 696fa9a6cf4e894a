import { Type } from 'typebox';
import { toldIn } from '../ses-notification.ts';

/** What we read of a notification (SES developer guide, "Contents of notifications for Amazon SES email receiving"). */
const received = Type.Object({
  notificationType: Type.Literal('Received'),
  receipt: Type.Object({
    action: Type.Object({ encoding: Type.Optional(Type.String()) }),
    spamVerdict: Type.Optional(Type.Object({ status: Type.String() })),
    virusVerdict: Type.Optional(Type.Object({ status: Type.String() })),
  }),
  content: Type.String(),
});

/**
 * The mail that a receipt rule of Amazon SES has put whole into a message of SNS, with what SES thinks of it where other mail
 * servers write that; nothing for any other message.
 */
export function mailOfSes(message: string): Buffer | undefined {
  const told = toldIn(received, message);
  if (!told) return undefined;
  const { action, spamVerdict, virusVerdict } = told.receipt;
  const mail = Buffer.from(told.content, action.encoding?.toUpperCase() === 'BASE64' ? 'base64' : 'utf8');
  const isBad = [spamVerdict, virusVerdict].some(verdict => verdict?.status === 'FAIL');
  return isBad ? Buffer.concat([Buffer.from('X-Spam-Flag: YES\r\n'), mail]) : mail;
}
