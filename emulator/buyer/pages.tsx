import { registrationForm } from '../acceptance.ts';
import { endOfDay } from '../dates.ts';
import type { Agreement, Offer } from '../state.ts';
import { isAccepted } from './offer-page.tsx';
import { formatDate, formatMoment, type Visit } from './visit.ts';

export function SignInPage({
  visit,
  next,
  problem,
}: {
  visit: Visit;
  next: string;
  problem?: string | undefined;
}) {
  const { t, market } = visit;
  return (
    <>
      <h1>{t.signInTitle}</h1>
      <p class="intro">{t.signInHint}</p>
      {problem ? (
        <p class="alert" role="alert">
          {problem}
        </p>
      ) : null}
      <div class="accounts">
        {market.state.accounts.map(account => (
          <form method="post" action="/marketplace/sign-in">
            <input type="hidden" name="next" value={next} />
            <input type="hidden" name="account" value={account.id} />
            <button type="submit" class="button quiet">{`${account.id} (${account.name})`}</button>
          </form>
        ))}
      </div>
      <form class="card" method="post" action="/marketplace/sign-in">
        <h2>{t.otherAccount}</h2>
        <input type="hidden" name="next" value={next} />
        <p>
          <label for="account">{t.accountId}</label>
          <br />
          <input
            id="account"
            type="text"
            name="account"
            inputMode="numeric"
            autocomplete="off"
            required
            pattern="\d{12}"
          />
        </p>
        <button type="submit" class="button">
          {t.signIn}
        </button>
      </form>
    </>
  );
}

export function NotFoundPage({ visit }: { visit: Visit }) {
  const { t, account, path } = visit;
  return (
    <>
      <h1>{t.notFoundTitle}</h1>
      <p class="intro">{t.notFound}</p>
      <ul>
        {t.notFoundHints.map(hint => (
          <li>{hint}</li>
        ))}
      </ul>
      {account ? null : (
        <p>
          <a class="button" href={`/marketplace/sign-in?next=${encodeURIComponent(path)}`}>
            {t.signIn}
          </a>
        </p>
      )}
    </>
  );
}

function OfferRow({ visit, offer }: { visit: Visit; offer: Offer }) {
  const { t, market } = visit;
  const accepted = isAccepted(visit, offer);
  return (
    <tr>
      <td data-label={t.offerName}>
        {offer.name}
        <small>{offer.id}</small>
      </td>
      <td data-label={t.product}>{market.state.products[offer.productId]?.title}</td>
      <td data-label={t.expires}>
        {offer.availabilityEndDate ? formatMoment(visit, endOfDay(offer.availabilityEndDate)) : ''}
      </td>
      <td data-label={t.status}>
        <span class={`pill ${accepted ? 'off' : 'on'}`}>{accepted ? t.accepted : t.open}</span>
      </td>
      <td>
        <a href={`/marketplace/private-offer?offerId=${offer.id}`}>{t.viewOffer}</a>
      </td>
    </tr>
  );
}

export function OffersPage({ visit, offers }: { visit: Visit; offers: Offer[] }) {
  const { t } = visit;
  return (
    <>
      <h1>{t.offersTitle}</h1>
      <p class="intro">{t.offersIntro}</p>
      <section class="card">
        {offers.length === 0 ? (
          <p>{t.noOffers}</p>
        ) : (
          <table class="stack">
            <thead>
              <tr>
                <th>{t.offerName}</th>
                <th>{t.product}</th>
                <th>{t.expires}</th>
                <th>{t.status}</th>
                <th>
                  <span aria-hidden="true"> </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {offers.map(offer => (
                <OfferRow visit={visit} offer={offer} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}

/** The cross-site POST to the seller. The token is new each time the page is shown. */
function SetUpForm({
  visit,
  agreement,
  text,
  quiet,
}: {
  visit: Visit;
  agreement: Agreement;
  text: string;
  quiet?: boolean;
}) {
  const { fulfillmentUrl, fields } = registrationForm(visit.market, agreement);
  return (
    <form method="post" action={fulfillmentUrl}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={quiet ? 'button quiet' : 'button'}>
        {text}
      </button>
    </form>
  );
}

export function SubscribedPage({ visit, agreement }: { visit: Visit; agreement: Agreement }) {
  const { t, market } = visit;
  const title = market.state.products[agreement.productId]?.title ?? '';
  return (
    <>
      <h1>{t.thanksTitle}</h1>
      <section class="card done">
        <p>{t.thanks(title)}</p>
        <SetUpForm visit={visit} agreement={agreement} text={t.setUpAccount} />
        <p>
          <small>{t.setUpLater}</small>
        </p>
      </section>
      <section class="card">
        <dl>
          <dt>{t.agreementId}</dt>
          <dd>{agreement.id}</dd>
          <dt>{t.from}</dt>
          <dd>{formatDate(visit, agreement.startTime)}</dd>
          <dt>{t.until}</dt>
          <dd>{agreement.endTime ? formatDate(visit, agreement.endTime) : t.noEnd}</dd>
        </dl>
      </section>
    </>
  );
}

function Subscription({ visit, agreement }: { visit: Visit; agreement: Agreement }) {
  const { t, market } = visit;
  const active = agreement.status === 'ACTIVE';
  return (
    <section class="card" aria-labelledby={agreement.id}>
      <h2 id={agreement.id}>{market.state.products[agreement.productId]?.title}</h2>
      <p>
        <span class={`pill ${active ? 'on' : 'off'}`}>{t.state[agreement.status]}</span>
      </p>
      <dl>
        <dt>{t.agreementId}</dt>
        <dd>{agreement.id}</dd>
        <dt>{t.offerId}</dt>
        <dd>{agreement.offerId}</dd>
        <dt>{t.from}</dt>
        <dd>{formatDate(visit, agreement.startTime)}</dd>
        <dt>{t.until}</dt>
        <dd>{agreement.endTime ? formatDate(visit, agreement.endTime) : t.noEnd}</dd>
      </dl>
      {active ? (
        <div class="actions" style={{ marginTop: '16px' }}>
          <SetUpForm visit={visit} agreement={agreement} text={t.setUpProduct} />
        </div>
      ) : null}
    </section>
  );
}

export function SubscriptionsPage({ visit, agreements }: { visit: Visit; agreements: Agreement[] }) {
  const { t } = visit;
  return (
    <>
      <h1>{t.subscriptionsTitle}</h1>
      {agreements.length === 0 ? <p class="intro">{t.noSubscriptions}</p> : null}
      {agreements.map(agreement => (
        <Subscription visit={visit} agreement={agreement} />
      ))}
    </>
  );
}
