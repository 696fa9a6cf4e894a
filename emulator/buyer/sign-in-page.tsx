import type { Visit } from './visit.ts';

/** Choosing the account is all there is to signing in. */
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
