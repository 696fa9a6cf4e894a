import type { Deal } from '../../deal/deal.ts';
import type { Entry } from '../../deal/events.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import type { people } from '../people.ts';
import { createBrowser } from './browser.ts';
import type { Mailbox } from './mails.ts';
import { waitFor } from './wait.ts';

export type StaffMember = (typeof people)[number];
export type Staff = ReturnType<typeof staffAtDesk>;

export interface Proposal {
  /** For one unit of what is sold first. */
  price: string;
  signer: { name: string; email: string };
  /** `YYYY-MM-DD`; the last day that the form proposes when it is left out. */
  offerExpiresOn?: string;
  /** The buyer has said yes on the telephone, and is sent nothing to answer. */
  insideOnly?: true;
}

const { desk, deal: words, mails, proposal } = messagesIn('en');

/** Somebody of the staff, who comes to the desk from a mail and works with its pages. */
export function staffAtDesk(person: StaffMember, mailbox: Mailbox) {
  const browser = createBrowser({ language: 'en' });

  async function openFromMail(link: string, about: string): Promise<void> {
    const page = await browser.open(await mailbox.linkInMail({ to: person.email, link, about }));
    if (!new URL(page.url).pathname.startsWith('/desk/sign-in')) return;
    await browser.press(desk.signIn.submit, {
      [desk.signIn.email]: person.email,
      [desk.signIn.password]: person.password,
    });
  }

  const deal = (dealId: string) => browser.json<Deal>(`/api/deals/${dealId}`);

  return {
    email: person.email,
    deal,
    /** Oldest first. */
    async timeline(dealId: string): Promise<Entry[]> {
      return (await browser.json<{ entries: Entry[] }>(`/api/deals/${dealId}/timeline`)).entries.reverse();
    },

    openInquiry: (company: string) => openFromMail(mails.inquiryNotice.answer, company),

    async proposeTerms({ price, signer, offerExpiresOn, insideOnly }: Proposal): Promise<void> {
      await browser.follow(words.actions.proposeTerms);
      await browser.press(insideOnly ? proposal.desk.insideOnly : proposal.desk.toBuyer, {
        [desk.terms.price]: price,
        [desk.terms.name]: signer.name,
        [desk.terms.email]: signer.email,
        ...(offerExpiresOn && { [desk.terms.offerExpiresOn]: offerExpiresOn }),
      });
    },

    /** Comes from the notice that the buyer has agreed. */
    openAgreed: (company: string) => openFromMail(mails.openDeal, company),

    async markNegotiationDone(): Promise<void> {
      await browser.press(words.actions.markNegotiationDone);
    },

    async approve(company: string, total: string): Promise<void> {
      await openFromMail(mails.approvalRequested.button, company);
      await browser.press(words.actions.approveOffer, { [desk.approveConfirmed(total)]: true });
    },

    /** Comes from the notice that the offer has expired. */
    async extendOffer(company: string, lastDay: string): Promise<void> {
      await openFromMail(mails.openDeal, company);
      await browser.press(words.actions.extendOffer, { [desk.steps.newLastDay]: lastDay });
    },

    /** What others do, the buyer or AWS, as it arrives at the desk. */
    sees: (dealId: string, what: string, holds: (deal: Deal) => unknown): Promise<Deal> =>
      waitFor(what, async () => {
        const now = await deal(dealId);
        if (now.stuck.length > 0) throw new Error(`The deal is stuck: ${JSON.stringify(now.stuck)}`);
        return holds(now) ? now : undefined;
      }),
  };
}
