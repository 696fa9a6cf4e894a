import { describe, expect, it } from '@jest/globals';
import { matching, placesFor } from '../../../../api/desk/find/actions.ts';
import { settingsPlaces } from '../../../../api/desk/settings/settings-frame.tsx';
import { languages } from '../../../../deal/people.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { wordsIn } from '../../../../shared/search/words.ts';
import { staff } from '../desk-views.ts';

describe('what the one box finds by its name', () => {
  it.each(languages)('has every page of the settings for an admin, and for nobody else, in %s', language => {
    const messages = messagesIn(language);
    const placesOf = (role: 'admin' | 'support') => placesFor({ ...staff, roles: [role] }, messages);
    const inSettings = ({ href }: { href: string }) => href.startsWith('/desk/settings/');
    expect(placesOf('admin').filter(inSettings)).toHaveLength(settingsPlaces.length);
    expect(placesOf('support').filter(inSettings)).toEqual([]);
    for (const place of settingsPlaces) {
      const name = messages.desk.settings.places[place];
      expect(matching(placesOf('admin'), wordsIn(name)).map(({ label }) => label)).toContain(name);
    }
  });
});
