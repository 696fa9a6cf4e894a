import { describe, expect, test } from '@jest/globals';
import { AwayCard } from '../../../../api/desk/settings/away/away-card.tsx';
import type { Person } from '../../../../api/desk/settings/people/people.ts';
import { MailsCard } from '../../../../api/desk/settings/topics/mails-card.tsx';
import { languages } from '../../../../deal/people.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { htmlOf } from '../../ui/accessibility.ts';
import { deskContextIn, staff } from '../desk-views.ts';

const own: Person = { ...staff, active: true, hasPassword: true };

describe.each(languages)('what somebody sets about his mails and being away, in %s', lang => {
  const { away, topics } = messagesIn(lang).desk.settings;
  const view = (person: Person) => ({ context: deskContextIn(lang), person, people: [person], action: '/' });
  const textOf = (person: Person) =>
    htmlOf(
      <>
        <AwayCard view={view(person)} />
        <MailsCard view={view(person)} />
      </>,
    ).replaceAll('&#39;', "'");

  test('speaks of himself on his own page, and of a colleague on his', () => {
    const [mine, theirs] = [textOf(own), textOf({ ...own, email: 'mori@vendor.example' })];
    for (const { lead, ownLead } of [away, topics]) {
      expect([mine.includes(ownLead), mine.includes(lead)]).toEqual([true, false]);
      expect([theirs.includes(ownLead), theirs.includes(lead)]).toEqual([false, true]);
    }
  });
});
