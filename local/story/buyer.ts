import type { Language } from '../../deal/people.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { createBrowser, type Page } from './browser.ts';
import { linksIn } from './html.ts';
import type { Mailbox } from './mails.ts';
import { waitFor } from './wait.ts';

export type Buyer = ReturnType<typeof buyerWith>;

export interface InquiryWords {
  company: string;
  name: string;
  email: string;
  message: string;
  awsAccountId: string;
  /** IANA name; where the page itself supposes the buyer to be when it is left out. */
  timeZone?: string;
}

/** Somebody of the buying company, with a browser in his language. */
export function buyerWith({ api, mailbox, language }: { api: string; mailbox: Mailbox; language: Language }) {
  const browser = createBrowser({ language });
  const { inquiry, setup, accounts, mails, proposal } = messagesIn(language);

  return {
    browser,
    language,

    /** Writes to support on the inquiry page. Answers with the reference number, which is the deal's id. */
    async inquire(words: InquiryWords): Promise<string> {
      await browser.open(`${api}/inquiry`);
      const sent = await browser.press(inquiry.send, {
        [inquiry.company]: words.company,
        [inquiry.name]: words.name,
        [inquiry.email]: words.email,
        [inquiry.message]: words.message,
        [inquiry.awsAccountId]: words.awsAccountId,
        ...(words.timeZone && { [inquiry.timeZone]: words.timeZone }),
      });
      return new URL(sent.url).pathname.split('/').at(-1) ?? '';
    },

    /** Reads the proposal from the mail, and says yes to it. */
    async agree({ name, email, total }: { name: string; email: string; total: string }): Promise<void> {
      await browser.open(await mailbox.linkInMail({ to: email, link: mails.proposal.button }));
      const { agree } = proposal;
      await browser.press(agree.button, { [agree.name]: name, [agree.confirm(total)]: true });
    },

    offerLink: (to: string) => mailbox.linkInMail({ to, link: mails.offer.button }),

    async register(person: { name: string; email: string; password: string }): Promise<void> {
      await browser.press(setup.register.button, {
        [accounts.fields.accountName]: person.name,
        [accounts.fields.email]: person.email,
        [accounts.fields.password]: person.password,
      });
    },

    async verifyEmail(email: string): Promise<void> {
      const link = await mailbox.linkInMail({ to: email, link: mails.emailVerification.button });
      await browser.open(link);
      await browser.press(accounts.verify.button);
    },

    async describeBusiness(company: string): Promise<void> {
      await browser.press(setup.business.continue, {
        [setup.business.companyName]: company,
        [setup.business.country]: 'JP',
        [setup.business.phone]: '03-1234-5678',
      });
      await browser.press(setup.business.continue, {
        [setup.business.jobTitle]: 'SRE',
        [setup.business.teamSize]: '2-10',
      });
    },

    async signIn({ email, password }: { email: string; password: string }): Promise<void> {
      await browser.follow(setup.register.signIn);
      await browser.press(accounts.signIn.button, {
        [accounts.fields.email]: email,
        [accounts.fields.password]: password,
      });
    },

    async startWithNewOrganization(name: string): Promise<void> {
      const { button, newOne, newName } = setup.organization;
      await browser.press(button, { [newOne]: true, [newName]: name });
    },

    async startWithOrganization(name: string): Promise<void> {
      await browser.press(setup.organization.button, { [name]: true });
    },

    /** Watches the progress page until it leads to billing, and goes there. */
    async openBilling(): Promise<Page> {
      const { url } = browser.page();
      await waitFor('the end of the set-up on the progress page', async () => {
        const { html } = await browser.open(url);
        return linksIn(html).some(({ text }) => text === setup.progress.billing);
      });
      return browser.follow(setup.progress.billing);
    },
  };
}
