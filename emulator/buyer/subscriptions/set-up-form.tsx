import { registrationForm } from '../../agreements/registration.ts';
import type { Agreement } from '../../engine/agreement.ts';
import type { Visit } from '../visit.ts';

/** The cross-site POST to the seller. The token is new each time the page is shown. */
export function SetUpForm({
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
