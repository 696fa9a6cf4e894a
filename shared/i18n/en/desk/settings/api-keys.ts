/** The keys with which programs use the JSON API. */
export const apiKeys = {
  title: 'API keys',
  lead: 'What programs use the JSON API with. Give each program a key of its own, with no more than it needs.',
  key: 'Key',
  name: 'Name',
  nameHint: 'Timelines name the program by it: small letters, digits and hyphens, such as crm-sync.',
  may: 'Rights',
  mayHint: 'Nothing ticked: it reads and changes nothing.',
  roleMeans: {
    admin:
      'Dangerous in wrong hands: invites and shuts out people, sets prices and limits, makes and revokes keys. Only for a program that looks after this desk, and for as short a time as you can.',
  },
  readsAlone: 'Read only',
  ends: 'Ends',
  endsOn: 'Last day',
  endsOnHint: 'It opens nothing after the end of this day. Two years at the most.',
  lastUsed: 'Last use',
  never: 'Never',
  action: 'State',
  revoke: 'Revoke',
  revoked: 'Revoked',
  ended: 'Ended',
  revokedNow: 'The key has been revoked and opens nothing any more',
  newTitle: 'New key',
  make: 'Make the key',
  made: (name: string) => `The key “${name}” has been made`,
  madeText:
    'Copy it now to where the program keeps its secrets. It is shown this once; Offerdesk keeps only a hash of it.',
  empty: 'No keys yet',
  emptyText: 'Programs named in the setting API_TOKENS work without one here.',
  problems: {
    name: 'Use 1 to 40 small letters, digits and hyphens, such as crm-sync.',
    endsOn: 'Choose a day that is not over yet, within two years.',
    nameTaken: 'Another program has, or had, this name. Timelines must tell them apart: choose another one.',
    adminByProgram: 'A program makes no key of an admin. An admin can do it at the desk.',
    tooMany: 'There are 100 keys that open. Revoke one that is not used any more.',
  },
};
