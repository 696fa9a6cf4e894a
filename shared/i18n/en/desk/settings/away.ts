/** Somebody is away, and a colleague does his part. */
export const away = {
  title: 'Away',
  lead: 'What waits for this person, and every notice, goes to the stand-in too until the end of the last day. The stand-in has the same roles meanwhile, without admin, but never approves a deal of his own.',
  ownLead:
    'What waits for you, and every notice, goes to your stand-in too until the end of the last day. The stand-in has your roles meanwhile, without admin, but never approves a deal of his own.',
  lastDay: 'Last day away',
  standIn: 'Stand-in',
  standInHint: 'A colleague who is there himself. An admin cannot choose himself for another.',
  choose: 'Choose a colleague',
  save: 'Save',
  back: 'Back already',
  until: (day: string, standIn: string) => `Away until the end of ${day}. ${standIn} stands in.`,
  standsInFor: (names: string) => `You stand in for ${names}`,
  standsInText: 'What waits for them waits for you too, and you may do meanwhile what they may do.',
  problems: {
    until: 'Choose a day that is not over yet, within a year.',
    unknownStandIn: 'Choose a colleague who works here and is not away, and another person.',
    ownStandIn: 'Nobody makes himself the stand-in of another. Ask that person, or another admin.',
  },
};
