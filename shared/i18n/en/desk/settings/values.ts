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
  reminders: {
    title: 'Reminders',
    lead: 'When somebody is reminded of what waits. A deal keeps the plan of the day on which it was opened; to change it for one deal, use “Change reminders” on its page.',
    saved: 'Saved. The plan holds for deals opened from now on',
  },
  secondFactor: {
    title: 'Second factor',
    lead: 'Whose people need a code of an authenticator app beside their password.',
    roles: 'Roles that need one',
    rolesHint:
      'It is asked for from the next sign-in on; whoever has none sets it up then. “End all sign-ins” on a person’s page makes it hold now. Sign-ins through your organization are its own matter, and keys of programs need none.',
    saved: 'Saved. It holds from the next sign-in on',
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
  chat: {
    title: 'Team chat',
    lead: 'What is posted to your team’s chat beside the mails. Its address is set where the product runs, as STAFF_CHAT_URL.',
    none: 'No chat is set up yet. Your choice holds from the moment one is.',
    saved: 'Saved. It holds for what happens from now on',
  },
  problems: {
    ownFactor:
      'You have one of these roles and no second factor yet. Set one up on your profile first, then save this.',
    percent: 'Enter 0 to 100, such as 20 or 12.5.',
    months: 'Enter a whole number of months, 0 to 60.',
    name: (limit: number) => `Enter a name of at most ${limit} characters.`,
    colour: 'Write it as #rrggbb, such as #1f4fd8.',
    contrast: ({ ratio, instead }: { ratio: string; instead: string }) =>
      `A button of this colour hardly stands out from white (${ratio} to 1, and 3 is needed). ${instead} is close to it and does.`,
    logo: 'Write a whole address that begins with https://, because mail programs load no other images.',
  },
};
