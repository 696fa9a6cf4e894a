import type { DeskContext } from '../desk-context.ts';
import { addressesUrl, mailsUrl, templatesUrl } from './view.ts';

const places = [
  { name: 'log', href: mailsUrl },
  { name: 'addresses', href: addressesUrl },
  { name: 'templates', href: templatesUrl },
] as const;
export type MailPlace = (typeof places)[number]['name'];

/** The heading of the pages about mails, and the way between them. */
export function MailPlaces({
  context,
  current,
  lead,
}: {
  context: DeskContext;
  current: MailPlace;
  lead: string;
}) {
  const { mailLog } = context.messages;
  return (
    <div class="stack stack--tight">
      <h1>{current === 'log' ? mailLog.title : mailLog.places[current]}</h1>
      <p class="lead">{lead}</p>
      <nav class="tabs" aria-label={mailLog.title}>
        {places.map(({ name, href }) => (
          <a key={name} class="tabs__item" href={href} aria-current={name === current ? 'page' : undefined}>
            {mailLog.places[name]}
          </a>
        ))}
      </nav>
    </div>
  );
}
