/** The words of the one box that finds everything. */
export const find = {
  title: 'Find',
  label: 'Deal, person or action',
  hint: 'A company, a person, an ID, or what you want to do',
  nothing: (typed: string) => `Nothing goes by “${typed}”. Try a shorter word.`,
  deals: 'Deals',
  people: 'Colleagues and their deals',
  steps: 'In this deal',
  places: 'Go to',
  finding: 'Looking…',
  away: 'This could not be looked up just now. Press Enter to try again.',
  close: 'Close',
};

/** The words of the keyboard's page. */
export const keys = {
  title: 'Keyboard',
  lead: 'These keys work wherever you are not typing.',
  does: {
    find: 'Find a deal, a person or an action',
    next: 'Next deal of a list',
    previous: 'Previous deal of a list',
    open: 'Open the chosen deal',
    tick: 'Select the chosen deal',
    step: 'In a deal: to the next step',
    note: 'In a deal: write a note',
    home: 'Home',
    deals: 'Deals',
    stuck: 'What is stuck',
    help: 'Show these keys',
  },
  off: 'Turn off the keys of one letter in this browser',
  needScript: 'The keys need JavaScript. Everything works without them.',
  open: 'Keyboard',
};

/** What a page says that keeps itself up to date. */
export const live = {
  changed: 'This page has been updated.',
  stale: 'Something here has changed.',
  show: 'Show it',
  here: 'Also here:',
  signedOut: 'You have been signed out. Sign in again to go on.',
  away: 'This page is not updated by itself at the moment.',
};
