import { linksIn } from './html.ts';
import { waitFor } from './wait.ts';

export interface Mail {
  id: string;
  /** ISO, real time. */
  receivedAt: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
}

export type Mailbox = ReturnType<typeof mailboxAt>;

/** As mail programs have it: a mail that arrives again under its Message-ID is the same mail. */
function shownOnce(mails: Mail[]): Mail[] {
  const ids = mails.map(messageIdOf);
  return mails.filter((_mail, index) => ids.indexOf(ids[index] ?? '') === index);
}

const messageIdOf = ({ id, headers }: Mail) =>
  headers.find(({ name }) => name.toLowerCase() === 'message-id')?.value ?? id;

/** The mailbox of the local stack, over its JSON API. */
export function mailboxAt(url: string) {
  async function list(query: Record<string, string>): Promise<Mail[]> {
    const address = `${url}/api/mails?${new URLSearchParams(query)}`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`The mailbox answers ${answer.status}.`);
    return shownOnce(((await answer.json()) as Mail[]).reverse());
  }

  /** The mails that an address received, oldest first; `about` is in the words of each. */
  async function mailsTo(address: string, about = ''): Promise<Mail[]> {
    const mails = await list({ to: address, limit: '1000' });
    return mails.filter(mail => `${mail.subject} ${mail.text}`.includes(about));
  }

  return {
    mailsTo,
    /** The last mails that anybody received, oldest first. */
    newest: (count: number) => list({ limit: String(count) }),
    /** The address behind the words of a link in a mail, as soon as such a mail is there. */
    linkInMail({ to, link, about }: { to: string; link: string; about?: string }): Promise<string> {
      return waitFor(`a mail to ${to} with the link “${link}”`, async () => {
        const links = (await mailsTo(to, about)).flatMap(mail => linksIn(mail.html));
        return links.find(each => each.text === link)?.href;
      });
    },
  };
}
