import type { Messages } from '../../shared/i18n/messages.ts';
import { password } from '../support/product.ts';
import type { Visitor } from './visitor.ts';

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

/** Somebody of the vendor comes to the desk. */
export async function signInAtDesk(
  { page, sees, enter, press }: Visitor,
  { url, words: { desk }, role }: Place & { role: string },
): Promise<void> {
  await page.goto(`${url}/desk`);
  await sees(desk.signIn.title);
  await enter(desk.signIn.email, `${role}@example.com`);
  await enter(desk.signIn.password, password);
  await press(desk.signIn.submit);
}

/** Sales proposes the first terms for a company on the list, and marks the negotiation done. */
export async function agree(
  { page, sees, enter, press, follow }: Visitor,
  {
    words: { desk, deal },
    company,
    price,
    awsAccountIds,
  }: Pick<Place, 'words'> & { company: string; price: string; awsAccountIds?: string },
): Promise<void> {
  await sees(desk.home.title);
  await page.getByRole('link', { name: company, exact: true }).click();
  await sees(company);
  await follow(deal.actions.proposeTerms);
  await sees(desk.terms.titleNext(1));
  const line = page.getByRole('group', { name: 'Committed spend' });
  await line.getByLabel(desk.terms.price, { exact: true }).fill(price);
  if (awsAccountIds) await enter(desk.terms.buyerAwsAccountIds, awsAccountIds);
  await press(desk.terms.submit);
  await sees(company);
  await press(deal.actions.markNegotiationDone);
}
