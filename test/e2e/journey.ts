import type { mailboxAt } from '../../local/story/mails.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import type { Visitor } from './visitor.ts';

type Mailbox = ReturnType<typeof mailboxAt>;

/** Where a journey happens, and the words of its language. */
interface Place {
  url: string;
  words: Messages;
}

type Asked = Partial<Record<'company' | 'name' | 'email' | 'message' | 'awsAccountId', string>>;

/** Fills in the inquiry page; gives the id of the deal. */
export async function inquire(
  { page, sees, enter, press }: Visitor,
  { url, words: { inquiry }, asked }: Place & { asked: Asked },
): Promise<string> {
  await page.goto(`${url}/inquiry`);
  await sees(inquiry.title);
  for (const [field, value] of Object.entries(asked)) await enter(inquiry[field as keyof Asked], value);
  await press(inquiry.send);
  await sees(inquiry.sent.title);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Sales sends the buyer a proposal from the page of the deal. */
export async function propose(
  { sees, enter, press, follow, page }: Visitor,
  {
    words: { desk, deal, proposal },
    version = 1,
    item = 'Committed spend',
    price,
    awsAccountIds,
  }: Pick<Place, 'words'> & { version?: number; item?: string; price: string; awsAccountIds?: string },
): Promise<void> {
  await follow(deal.actions.proposeTerms);
  await sees(desk.terms.titleNext(version));
  const line = page.getByRole('group', { name: item });
  await line.getByLabel(desk.terms.price, { exact: true }).fill(price);
  if (awsAccountIds) await enter(desk.terms.buyerAwsAccountIds, awsAccountIds);
  await press(proposal.desk.toBuyer);
}

type Proposed = Pick<Place, 'words'> & { mailbox: Mailbox; email: string; product: string };

/** The buyer comes from the mail, and asks for a change. */
export async function askForChange(
  visitor: Visitor,
  { message, ...proposed }: Proposed & { message: string },
): Promise<void> {
  const { page, sees, enter, press } = visitor;
  const { offers, proposal } = proposed.words;
  await openProposal(visitor, proposed);
  await page.getByText(proposal.change.title, { exact: true }).click();
  await enter(proposal.change.label, message);
  await press(offers.actions['ask-for-change'].button);
  await page.getByText(offers.answer.applied.askForChange).waitFor();
  await sees(proposal.pageTitle(proposed.product));
}

/** The buyer comes from the newest mail, presses too early, and then says yes with his name. */
export async function agree(
  visitor: Visitor,
  { name, total, ...proposed }: Proposed & { name: string; total: string },
): Promise<void> {
  const { page, sees, enter, press } = visitor;
  const { proposal } = proposed.words;
  await openProposal(visitor, proposed);
  await press(proposal.agree.button);
  await sees(proposal.pageTitle(proposed.product));
  await page.getByRole('link', { name: proposal.agree.nameMissing }).waitFor();
  await enter(proposal.agree.name, name);
  await page.getByText(proposal.agree.confirm(total)).click();
  await press(proposal.agree.button);
  await page.getByText(proposal.thanks).waitFor();
}

async function openProposal({ page, sees }: Visitor, { words, mailbox, email, product }: Proposed) {
  await page.goto(await mailbox.linkInMail({ to: email, link: words.mails.proposal.button }));
  await sees(words.proposal.pageTitle(product));
}
