/** A person's new link to the deal's page. */
export const newLink = {
  subject: ({ product = 'your inquiry', vendor }: { product?: string; vendor: string }) =>
    `Your new link: ${product} (${vendor})`,
  title: 'Your new link',
  preheader: 'It takes the place of any link that you had before.',
  intro: (company: string) =>
    `This is your link to the page of ${company}’s deal with us. It is yours alone, and takes the place of any link that you had before.`,
  button: 'Open your page',
  keep: 'Whoever has this link can see the page and answer for your company. Pass it on only to colleagues who should.',
  notYou: 'If nobody asked for it, you need do nothing: it was sent to this address alone.',
};
