import type { FastifyRequest } from 'fastify';
import { mayAsk } from '../../../../deal/decider.ts';
import { isBad, listBad, markGood, mostListed } from '../../../../shared/mail/bad-addresses.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { App, Deps } from '../../../deps.ts';
import { formValues } from '../../../forms/form-values.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import { deskContext } from '../../desk-context.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { actorOf, type StaffMember } from '../../staff.ts';
import { addressesUrl } from '../view.ts';
import { waitingDeals } from '../waiting-deals.ts';
import { AddressesPage } from './addresses-page.tsx';

/** The addresses at which mail does not arrive, and the word of a person that one works again. */
export async function addressRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: requireStaff(deps) };

  app.get(addressesUrl, options, async (request, reply) => {
    const context = deskContext({ deps, request, reply });
    const addresses = await listBad(deps.db);
    const nowGood = await goodIn(deps, request);
    const all = [...addresses.map(({ _id }) => _id), ...(nowGood ? [nowGood] : [])];
    const view = {
      context,
      addresses,
      waiting: await waitingDeals(deps.db, all),
      isCut: addresses.length === mostListed,
      mayMark: mayMark(context.staff),
      nowGood,
    };
    return sendPage(reply, AddressesPage({ view }));
  });

  app.post(`${addressesUrl}/good`, options, async (request, reply) => {
    if (!mayMark(staffOf(request))) throw new Problem('forbidden');
    const { email } = formValues(request.body);
    if (!email) throw new Problem('badRequest');
    await markGood(deps.db, email);
    return reply.redirect(`${addressesUrl}?${new URLSearchParams({ good: email.toLowerCase() })}`, 303);
  });
}

/** Whoever may send a mail again may also say that its address works. */
const mayMark = (staff: StaffMember) => mayAsk('resendMail', actorOf(staff));

/** The address that was just said to work, unless it does not after all. */
async function goodIn({ db }: Deps, request: FastifyRequest): Promise<string | undefined> {
  const { good } = request.query as { good?: unknown };
  if (typeof good !== 'string' || !good.includes('@')) return undefined;
  return (await isBad(db, good)) ? undefined : good.toLowerCase();
}
