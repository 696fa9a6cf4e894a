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
