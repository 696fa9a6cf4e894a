export const messageToBuyer = {
  subject: ({ product = 'your inquiry', vendor }: { product?: string; vendor: string }) =>
    `A message from ${vendor} about ${product}`,
  title: 'We have written to you',
  intro: (name: string) => `${name} writes:`,
  button: 'Answer on your page',
  reply: 'Or simply reply to this mail.',
};

export const messageFromBuyer = {
  subject: (company: string) => `${company} has written to you`,
  title: 'The buyer has written',
  intro: (from: { name: string; company: string }) => `${from.name} of ${from.company} writes:`,
  withoutAttachments: (count: number) =>
    count === 1
      ? '1 attachment came along. It is not kept; ask for it in another way if you need it.'
      : `${count} attachments came along. They are not kept; ask for them in another way if you need them.`,
  answer: 'Open and answer',
  hint: 'A reply to this mail does not reach the buyer. Write back from the deal.',
};

/** The answer to a mail that had files with it. */
export const attachmentsNotKept = {
  subject: ({ product = 'your inquiry', vendor }: { product?: string; vendor: string }) =>
    `We do not have your attachment: ${product} (${vendor})`,
  title: 'We do not have your attachment',
  intro: 'Thank you for your mail. What you wrote in it has reached us.',
  missing: (count: number) =>
    count === 1
      ? 'We do not have the file that you attached. Only the text of mails is kept here, and none of us can see the file.'
      : `We do not have the ${count} files that you attached. Only the text of mails is kept here, and none of us can see the files.`,
  instead:
    'Please reply with what matters as text, or with a link to the file. If neither will do, reply that you need to send a file, and we will tell you how.',
  page: 'Your page shows all that has reached us:',
  once: 'This is an automatic answer. You get it once a day at most, however many mails with files you send.',
};

/** The answer to a mail in which nothing is written. */
export const emptyMail = {
  subject: (vendor: string) => `Your mail to ${vendor} had no text`,
  title: 'We found no text in your mail',
  preheader: 'Please reply with what you would like to tell us.',
  intro: 'Thank you for your mail. It has reached us, but nothing that we can read is written in it.',
  instead: 'Please reply with what you would like to tell us as text.',
  once: 'This is an automatic answer. You get it once a day at most, however many such mails you send.',
};
