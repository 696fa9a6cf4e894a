import { signerOf } from '../../../../deal/deal.ts';
import { peopleOfPage } from '../../../../deal/page-links/page-links.ts';
import type { Person } from '../../../../deal/people.ts';
import { EmailText } from '../../../ui/email-text.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { words } from '../facts/fact-parts.tsx';
import type { DealView } from '../view.ts';
import { BuyerChecks } from './buyer-checks.tsx';
import { PersonsLink } from './persons-link.tsx';

/** Who they are on the buyer's side, what each does in the deal, and what has become of his link to its page. */
export function People({ view }: { view: DealView }) {
  const { context } = view;
  return (
    <section class="card" id="people-card" aria-labelledby="people" tabIndex={-1}>
      <h2 id="people">{words(context).people}</h2>
      <SummaryList
        isStacked
        items={peopleOfPage(view.deal).map((person, index) => ({
          label: rolesOf(person, view).join(context.messages.ui.comma),
          value: <PersonText view={view} person={person} which={String(index)} />,
        }))}
      />
      <BuyerChecks view={view} />
    </section>
  );
}

/** All that somebody is in the deal; whoever was only sent terms to sign is named so. */
function rolesOf({ email }: Person, { context, deal }: DealView): string[] {
  const { contact, signer, setUpBy } = words(context);
  const isHim = (person: Person | undefined) => person?.email.toLowerCase() === email.toLowerCase();
  const roles = [
    ...(isHim(deal.inquiry.contact) ? [contact] : []),
    ...(deal.terms.length > 0 && isHim(signerOf(deal)) ? [signer] : []),
    ...(isHim(deal.link?.user) ? [setUpBy] : []),
  ];
  return roles.length > 0 ? roles : [context.messages.pageLinks.desk.toSign];
}

function PersonText({ view, person, which }: { view: DealView; person: Person; which: string }) {
  const { context } = view;
  const { name, email, language, timeZone } = person;
  return (
    <>
      <div id={`person-${which}`}>{name}</div>
      <a href={`mailto:${email}`}>
        <EmailText email={email} />
      </a>
      <div class="quiet small">
        {words(context).writesIn({ language: context.messages.ui.languages[language], timeZone })}
      </div>
      <PersonsLink view={view} person={person} which={which} />
    </>
  );
}
