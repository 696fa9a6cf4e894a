/** What admins set for all of the desk. */
export const values = {
  save: 'Save',
  meanwhile: 'A colleague has changed this meanwhile',
  meanwhileText:
    'Nothing was saved. What changed stands below, and what you typed is still in the form. Save again to set yours.',
  limits: {
    title: 'Approval limits',
    lead: 'Terms that pass any of these need an approver’s yes. A deal keeps the limits of the day on which it was opened.',
    discount: 'Largest discount without approval, in percent',
    months: 'Longest term without approval, in months',
    amount: 'Largest total without approval',
    amountHint: 'For each currency; 0 asks an approver for every deal in it.',
    saved: 'Saved. The limits hold for deals opened from now on',
  },
  vendor: {
    title: 'Your company’s look',
    lead: 'How buyers read your company’s name, and what the mails look like.',
    name: 'Company name',
    nameHint: 'On buyers’ pages and in mails.',
    colour: 'Accent colour',
    colourHint: 'Of buttons and links in mails, as #rrggbb. It must stand out from white.',
    logo: 'Address of the logo',
    logoHint:
      'A PNG, shown 32 px high at the head of mails; best if it can be read on light and dark ground.',
    preview: 'See a mail as it looks now',
    saved: 'Saved. Pages and mails look so within two seconds',
  },
  problems: {
    percent: 'Enter 0 to 100, such as 20 or 12.5.',
    months: 'Enter a whole number of months, 0 to 60.',
    name: (limit: number) => `Enter a name of at most ${limit} characters.`,
    colour: 'Write it as #rrggbb, such as #1f4fd8.',
    contrast: ({ ratio, instead }: { ratio: string; instead: string }) =>
      `A button of this colour hardly stands out from white (${ratio} to 1, and 3 is needed). ${instead} is close to it and does.`,
    logo: 'Write a whole address that begins with https://, because mail programs load no other images.',
  },
};
