import { linksIn } from './html.ts';
import { waitFor } from './wait.ts';

export interface Mail {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
}

export type Mailbox = ReturnType<typeof mailboxAt>;

/** The mailbox of the local stack, over its JSON API. */
export function mailboxAt(url: string) {
  /** The mails that an address received, oldest first; `about` is in the words of each. */
  async function mailsTo(address: string, about = ''): Promise<Mail[]> {
    const query = new URLSearchParams({ to: address, limit: '1000' });
    const answer = await fetch(`${url}/api/mails?${query}`, { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`The mailbox answers ${answer.status}.`);
    const mails = (await answer.json()) as Mail[];
    return mails.filter(mail => `${mail.subject} ${mail.text}`.includes(about)).reverse();
  }

  return {
    mailsTo,
    /** The address behind the words of a link in a mail, as soon as such a mail is there. */
    linkInMail({ to, link, about }: { to: string; link: string; about?: string }): Promise<string> {
      return waitFor(`a mail to ${to} with the link “${link}”`, async () => {
        const links = (await mailsTo(to, about)).flatMap(mail => linksIn(mail.html));
        return links.find(each => each.text === link)?.href;
      });
    },
  };
}
