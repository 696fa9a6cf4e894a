import type { Language } from '../../../../deal/people.ts';
import { type Deadline, isReminder } from '../../../../deal/reminders/deadline.ts';
import { reminderPosts } from '../../../../deal/reminders/mails.ts';
import { deadlines } from '../../../../deal/reminders/plan.ts';
import { formatMoment } from '../../../../shared/i18n/format.ts';
import { memoize } from '../../../../shared/memoize.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { momentOf } from '../../deadline-moment.ts';
import { momentText } from '../../desk-context.ts';
import { buyersOf, readerText } from '../people-of.ts';
import { allowedSteps } from '../steps/allowed-steps.ts';
import { StepForm, type StepFormProps } from '../steps/step-form.tsx';
import type { DealView } from '../view.ts';
import { BuyerReminders } from './buyer-reminders.tsx';

const namesIn = memoize((lang: Language) => new Intl.ListFormat(lang, { type: 'conjunction' }));

/** How many are seen at once; a year's plan would hide the rest of the page. */
const shownFirst = 3;

/** What will happen by itself: when, to whom and why. Mails can be sent now or left out. */
export function Planned({ view }: { view: DealView }) {
  const { desk, reminders } = view.context.messages;
  const rows = deadlines(view.deal).map((deadline, index) => (
    <PlannedRow key={deadline.key} view={view} deadline={deadline} which={String(index)} />
  ));
  const later = rows.slice(shownFirst);
  return (
    <section class="card" aria-labelledby="planned">
      <h2 id="planned">{desk.deal.reminders}</h2>
      {rows.length === 0 && <p class="quiet">{desk.deal.noReminders}</p>}
      {rows.length > 0 && <ul class="rows">{rows.slice(0, shownFirst)}</ul>}
      {later.length > 0 && (
        <details class="disclosure disclosure--row" data-fold="planned later">
          <summary>{reminders.more(later.length)}</summary>
          <ul class="rows">{later}</ul>
        </details>
      )}
      <BuyerReminders view={view} />
    </section>
  );
}

interface RowProps {
  view: DealView;
  deadline: Deadline;
  which: string;
}

function PlannedRow({ view, deadline, which }: RowProps) {
  const { context, deal } = view;
  const { messages, now, lang } = context;
  const at = momentOf(deadline);
  const allowed = isReminder(deadline) ? allowedSteps(deal, context.staff) : [];
  const form = {
    view,
    which,
    fixed: { key: deadline.key },
    size: 'small' as const,
    describedBy: `planned-${which}`,
  };
  return (
    <li class="rows__item rows__item--fold">
      <details
        class="fold"
        data-fold={`planned ${deadline.key}`}
        open={deadline.byHand || isOpenHere(view, which)}
      >
        <summary>
          <span id={`planned-${which}`}>{messages.desk.deadlines[deadline.kind]}</span>
          <span class="quiet small">
            <Countdown until={at} now={now} lang={lang} />
          </span>
        </summary>
        <div class="small">{momentText(context, at)}</div>
        <Readers view={view} deadline={deadline} at={at} />
        <div class="quiet small">{messages.reminders.why[deadline.kind]}</div>
        {deadline.byHand && <OnItsWay form={form} view={view} />}
        {!deadline.byHand && allowed.includes('sendReminderNow') && (
          <div class="actions actions--tight">
            <SendNow form={form} view={view} />
            <StepForm {...form} type="skipReminder" kind="quiet" />
          </div>
        )}
      </details>
    </li>
  );
}

/** It has been sent early, and has not gone out yet. */
function OnItsWay({ form, view }: { form: Omit<StepFormProps, 'type'>; view: DealView }) {
  const { sendNow } = view.context.messages.reminders;
  return (
    <>
      <p class="small">{sendNow.goesOut}</p>
      <StepForm {...form} type="takeBackReminder" />
    </>
  );
}

/** The reader has pressed one of its buttons, and it did not work. */
const isOpenHere = ({ attempt }: DealView, which: string) =>
  attempt?.form === `takeBackReminder${which}` ||
  attempt?.form === `sendReminderNow${which}` ||
  attempt?.form === `skipReminder${which}`;

/** It asks first, since a mail goes out. */
function SendNow({ form, view }: { form: Omit<StepFormProps, 'type'>; view: DealView }) {
  const { deal, reminders } = view.context.messages;
  return (
    <details class="disclosure" data-fold={`send ${form.fixed?.key}`}>
      <summary class="small">{reminders.sendNow.title}</summary>
      <StepForm {...form} type="sendReminderNow" label={deal.actions.sendReminderNow}>
        <p class="small">{reminders.sendNow.question}</p>
      </StepForm>
    </details>
  );
}

/** Who gets it, and what his own clock says then. */
function Readers({ view, deadline, at }: { view: DealView; deadline: Deadline; at: string }) {
  const { context, deal } = view;
  const { reminders } = context.messages;
  const readers = reminderPosts(deal, deadline).map(({ reader }) => reader);
  if (readers.length === 0) return null;
  const emails = readers.flatMap(reader => (reader.to === 'person' ? [reader.email] : []));
  const there = buyersOf(deal)
    .filter(({ email }) => emails.includes(email))
    .map(({ name, timeZone }) => ({ name, moment: formatMoment(at, { language: context.lang, timeZone }) }))
    .filter(({ moment }) => moment !== momentText(context, at));
  return (
    <>
      <div class="quiet small">
        {reminders.to(namesIn(context.lang).format(readers.map(reader => readerText(reader, view))))}
      </div>
      {there.map(each => (
        <div key={each.name} class="quiet small">
          {reminders.there(each)}
        </div>
      ))}
    </>
  );
}
