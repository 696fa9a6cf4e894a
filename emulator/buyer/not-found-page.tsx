import type { Visit } from './visit.ts';

/** One page for what does not exist, has expired, or is for another account, as at AWS. */
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
