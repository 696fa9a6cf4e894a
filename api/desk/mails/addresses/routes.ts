import { Type } from 'typebox';
import { mayAsk } from '../../../../deal/decider.ts';
import { isBad, listBad, markGood, mostListed } from '../../../../shared/mail/bad-addresses.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { App, Deps } from '../../../deps.ts';
import { text } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { requireStaff, staffOf } from '../../session.ts';
import { actorOf, type StaffMember } from '../../staff.ts';
import { addressesUrl } from '../view.ts';
import { waitingDeals } from '../waiting-deals.ts';
import { AddressesPage, type AddressesView } from './addresses-page.tsx';

const querystring = Type.Object({ good: text(320) });
const body = Type.Object({ email: text(320) });

/** The addresses at which mail does not arrive, and the word of a person that one works again. */
export async function addressRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);

  app.get(addressesUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const nowGood = await goodIn(deps, request.query.good);
    return show(deps, { request, reply }, { nowGood });
  });

  app.post(`${addressesUrl}/good`, { schema: { body, hide: true }, preHandler }, async (request, reply) => {
    if (!mayMark(staffOf(request))) throw new Problem('forbidden');
    const { email } = request.body;
    const visit = { request, reply };
    return submit(visit, {
      async ask() {
        if (!email) throw new Problem('badRequest');
        await markGood(deps.db, email);
      },
      goTo: () => `${addressesUrl}?${new URLSearchParams({ good: email.toLowerCase() })}`,
      again: ({ status, problem }) => show(deps, visit, { problem }, status),
    });
  });
}

async function show(
  deps: Deps,
  visit: Visit,
  { nowGood, problem }: Pick<AddressesView, 'nowGood' | 'problem'>,
  status = 200,
) {
  const context = deskContext({ deps, ...visit, url: nowGood ? undefined : addressesUrl });
  const addresses = await listBad(deps.db);
  const all = [...addresses.map(({ _id }) => _id), ...(nowGood ? [nowGood] : [])];
  const view = {
    context,
    addresses,
    waiting: await waitingDeals(deps.db, all),
    isCut: addresses.length === mostListed,
    mayMark: mayMark(context.staff),
    nowGood,
    problem,
  };
  return sendPage(visit.reply, AddressesPage({ view }), status);
}

/** Whoever may send a mail again may also say that its address works. */
const mayMark = (staff: StaffMember) => mayAsk('resendMail', actorOf(staff));

/** The address that was just said to work, unless it does not after all. */
async function goodIn({ db }: Deps, good: string): Promise<string | undefined> {
  if (!good.includes('@')) return undefined;
  return (await isBad(db, good)) ? undefined : good.toLowerCase();
}
