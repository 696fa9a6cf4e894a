import { LinkButton } from '../../ui/fields/button.tsx';
import { Page } from '../../ui/pages/page.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';

export interface WayBackProps {
  context: PageContext;
  /** Where AWS lists what the buyer has bought. */
  manageUrl: string;
  /** What we sell, as AWS calls it. */
  products: string[];
}

/** Why somebody is not in his set-up now, in the order of the dictionary. */
export type ArrivalProblem = 'start' | 'expired' | 'invalid' | 'missing' | 'unavailable';

/** What happened, and the exact way back through AWS. */
export function WayBackPage({ problem, ...props }: WayBackProps & { problem: ArrivalProblem }) {
  const { registration } = props.context.messages;
  const { title, what } = registration[problem];
  return (
    <Page context={props.context} title={title}>
      <div class="card card--roomy">
        <h1>{title}</h1>
        <p class="lead">{what}</p>
        {problem === 'unavailable' && <p>{registration.unavailable.wait}</p>}
        <WayBack {...props} />
        <Support context={props.context} />
      </div>
    </Page>
  );
}

function WayBack({ context, manageUrl, products }: WayBackProps) {
  const { lang, messages } = context;
  const { wayBack } = messages.registration;
  const names = new Intl.ListFormat(lang, { type: 'disjunction' }).format(products);
  return (
    <>
      <h2>{wayBack.title}</h2>
      <ol class="list">
        <li>{wayBack.signIn}</li>
        <li>{wayBack.manage}</li>
        <li>{wayBack.setUp(names)}</li>
      </ol>
      <div class="actions">
        <LinkButton href={manageUrl}>{wayBack.button}</LinkButton>
      </div>
    </>
  );
}

function Support({ context: { messages, supportEmail } }: { context: PageContext }) {
  const { support } = messages.registration;
  return (
    <p class="quiet">
      {support.before}
      <a href={`mailto:${supportEmail}`}>{supportEmail}</a>
      {support.after}
    </p>
  );
}

/** AWS named a product that we do not sell: nothing the buyer does would change that. */
export function UnknownProductPage({ context }: { context: PageContext }) {
  const { unknownProduct, writeToUs } = context.messages.registration;
  return (
    <Page context={context} title={unknownProduct.title}>
      <div class="card card--roomy">
        <h1>{unknownProduct.title}</h1>
        <p class="lead">{unknownProduct.what}</p>
        <p>{unknownProduct.next}</p>
        <div class="actions">
          <LinkButton href={`mailto:${context.supportEmail}`}>{writeToUs}</LinkButton>
        </div>
      </div>
    </Page>
  );
}
