import { describe, expect, test } from '@jest/globals';
import { actIn, chosenIn } from '../../../../api/desk/stuck/act.ts';
import { StuckPage } from '../../../../api/desk/stuck/stuck-page.tsx';
import { reasonName, type StuckView } from '../../../../api/desk/stuck/view.ts';
import { languages } from '../../../../deal/people.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { approver, deskContextIn } from '../desk-views.ts';
import { groupFrom, reasonsShown, stuckView } from './stuck-views.ts';

describe.each(languages)('the page of what is stuck, in %s', lang => {
  const { desk, deal, solved } = messagesIn(lang);
  const { board } = desk;
  const page = (change: Partial<StuckView> = {}) => htmlOf(<StuckPage view={stuckView(lang, change)} />);

  test('has each reason with its cure, its deals and what a press does', () => {
    const html = page();
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|=&gt; /);
    for (const reason of reasonsShown) expect(html).toContain(deal.stuck[reason]);
    expect(html).toContain(board.again.startChangeSet);
    expect(html).toContain(board.again.sendMails);
    expect(html).toContain(board.all(12, true));
    expect(html).toContain(board.unmatched(2));
    expect(html).not.toContain(board.held(0));
  });

  test('leads to the deal where both sides must be compared, and has no button that would grant them', () => {
    const html = page({ groups: [groupFrom('differs')] });
    expect(html).toContain(board.compare);
    expect(html).not.toMatch(/name="(only|action|pick)/);
  });

  test('lets an approver try again, and not say that he has solved it', () => {
    const reader = { ...approver, roles: ['approver' as const] };
    const html = page({ context: deskContextIn(lang, reader), groups: [groupFrom('bounced')] });
    expect(html).toContain('value="retry"');
    expect(html).not.toContain('value="solve"');
  });

  test('keeps what was ticked and typed when a reason is missing', () => {
    const name = reasonName('mailBounced');
    const attempt = {
      reason: 'mailBounced' as const,
      ticked: [`another ${groupFrom('bounced').troubles[0]?.stuck.step}`],
      text: ' ',
      errors: { [name]: solved.missing },
    };
    const html = page({ attempt });
    expect(html).toContain(solved.missing);
    expect(html.match(/checked/g)).toHaveLength(1);
    expect(accessibilityProblems(html)).toEqual([]);
  });

  test('says so when nothing is stuck, and what became of a press', () => {
    const html = page({ groups: [], done: { act: 'retry', applied: 3, refused: 1, pending: 0 } });
    expect(html).toContain(board.nothing);
    expect(html).toContain(board.done.retry({ applied: 3, refused: 1, pending: 0 }));
    expect(page({ groups: [], place: { reason: 'engine', sort: 'oldest' } })).toContain(board.nothingOfKind);
  });
});

describe('a press on the board', () => {
  test('is about the one whose button it was, whatever is ticked', () => {
    const values = {
      only: 'a sendMails:1',
      'pick.b sendMails:2': 'yes',
      shown: 'a sendMails:1,b sendMails:2',
    };
    expect(chosenIn(values)).toEqual(['a sendMails:1']);
    expect(actIn(values)).toBe('retry');
  });

  test('is about all that its page has, or what is ticked of it', () => {
    const values = { 'pick.b sendMails:2': 'yes', shown: 'a sendMails:1,b sendMails:2' };
    expect(chosenIn({ ...values, action: 'retryAll' })).toEqual(['a sendMails:1', 'b sendMails:2']);
    expect(chosenIn({ ...values, action: 'retry' })).toEqual(['b sendMails:2']);
  });
});
