/** A notification of Amazon SES as its developer guide shows them, about one mail and one reader. */
export function sesNotification(what: {
  type: 'Bounce' | 'Complaint' | 'Delivery';
  email: string;
  messageId?: string;
  more?: object;
  recipient?: object;
  /** `eventType` is what configuration sets call it. */
  typeName?: 'notificationType' | 'eventType';
}): string {
  const { type, email, messageId, more, recipient, typeName = 'notificationType' } = what;
  const recipients = [{ emailAddress: email, ...recipient }];
  const feedbackId = '0106019cadd30000-aaaa-000000';
  const timestamp = '2026-03-02T09:20:31.237Z';
  const parts = {
    Bounce: {
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: recipients,
        timestamp,
        feedbackId,
        remoteMtaIp: '192.0.2.25',
        reportingMTA: 'dns; e234-5.smtp-out.ap-northeast-1.amazonses.com',
        ...more,
      },
    },
    Complaint: {
      complaint: { complainedRecipients: recipients, timestamp, feedbackId, complaintSubType: null, ...more },
    },
    Delivery: { delivery: { timestamp, recipients: [email], smtpResponse: '250 ok' } },
  };
  const headers = messageId && {
    headersTruncated: false,
    headers: [
      { name: 'From', value: 'Example Inc. <offers@example.com>' },
      { name: 'Message-ID', value: messageId },
    ],
    commonHeaders: { from: ['Example Inc. <offers@example.com>'], messageId, subject: 'Your offer' },
  };
  const mail = {
    timestamp: '2026-03-02T09:20:29.000Z',
    source: 'bounces@example.com',
    sourceArn: 'arn:aws:ses:ap-northeast-1:888888888888:identity/example.com',
    sendingAccountId: '888888888888',
    messageId: '0106019cadd2f000-aabbccdd-eeff-4a5b-8c6d-7e8f90a1b2c3-000000',
    destination: [email],
    ...headers,
  };
  return JSON.stringify({ [typeName]: type, mail, ...parts[type] });
}
