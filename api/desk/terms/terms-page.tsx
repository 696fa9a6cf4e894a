import type { ComponentChildren } from 'preact';
import type { Product } from '../../../shared/config.ts';
import { type Deal, latestTerms } from '../../../shared/deal/deal.ts';
import { currencies } from '../../../shared/deal/money.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Field, FieldError, type FieldErrors, type FieldProps, fieldId } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { dealUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import type { FormValues } from '../form-values.ts';
import { languageOptions, timeZoneOptions } from '../options.ts';
import { type DimensionRow, dimensionField, dimensionRows, paymentField } from './dimension-rows.ts';
import { mostPayments, paymentRows } from './read-terms.ts';
import type { TermsSummary } from './summary.ts';

export interface TermsView {
  context: DeskContext;
  deal: Deal;
  products: Product[];
  values: FormValues;
  errors: FieldErrors;
  summary: TermsSummary;
  /** Why the terms could not be proposed, when it was not for a field. */
  problem?: string;
  /** The command's id, when sending again must not happen twice. */
  nonce?: string;
}

/** The form for a new version of the terms. */
export function TermsPage({ view }: { view: TermsView }) {
  const { context, deal, errors, problem, nonce } = view;
  const { messages } = context;
  const { terms, deal: words } = messages.desk;
  const title = terms.titleNext((latestTerms(deal)?.version ?? 0) + 1);
  const url = `${dealUrl(deal.dealId)}/terms`;
  const keys = nonce ? { ...context.keys, nonce } : context.keys;
  return (
    <DeskFrame context={context} title={title} current="deals">
      <div class="stack stack--roomy form--wide">
        <div class="stack stack--tight">
          <a href={dealUrl(deal.dealId)}>{terms.cancel}</a>
          <h1>{title}</h1>
          <p class="lead">{terms.lead(deal.inquiry.company)}</p>
        </div>
        {problem && (
          <Alert tone="danger" title={words.notDone(messages.deal.actions.proposeTerms)}>
            {problem}
          </Alert>
        )}
        <ErrorSummary messages={messages} errors={errors} labels={fieldLabels(view)} />
        <Form action={url} keys={keys} checkUrl={`${url}/check`}>
          <input type="hidden" name="paymentRows" value={String(paymentRows(view.values))} />
          {/* Enter in any field presses the first button of a form, which must not be the one that adds lines. */}
          <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
          <Sold view={view} />
          <Conditions view={view} />
          <Payments view={view} />
          <Signer view={view} />
          <Summary view={view} />
        </Form>
      </div>
    </DeskFrame>
  );
}

/** Names for the summary of what is wrong: prices and payments are many, so each is told by its line. */
function fieldLabels({ context, products, deal }: TermsView): Record<string, string> {
  const { terms } = context.messages.desk;
  const rows = products.flatMap(product => dimensionRows(product, deal));
  const fields = ['price', 'units', 'listPrice'] as const;
  const payments = Array.from({ length: mostPayments }, (_, index) => terms.payment(index + 1));
  return Object.fromEntries([
    ...(['currency', 'durationMonths', 'eulaUrl', 'offerExpiresOn', 'paymentSchedule'] as const).map(name => [
      name,
      terms[name],
    ]),
    ['productId', terms.product],
    ['signer.name', terms.signer],
    ['signer.email', terms.signer],
    ['buyerAwsAccountIds', terms.buyerAwsAccountIds],
    ...rows.flatMap(row =>
      fields.map(field => [dimensionField(row, field), `${row.label}, ${terms[field]}`]),
    ),
    ...payments.flatMap((label, index) => [
      [paymentField(index, 'chargeDate'), label],
      [paymentField(index, 'amount'), label],
    ]),
  ]);
}

type Part = { view: TermsView };
type TermsField = Omit<FieldProps, 'messages'>;

function Input({ view, ...props }: Part & TermsField) {
  const { name } = props;
  return (
    <Field {...props} messages={view.context.messages} value={view.values[name]} error={view.errors[name]} />
  );
}

function Group({
  id,
  title,
  hint,
  children,
}: {
  id: string;
  title: string;
  hint?: string;
  children: ComponentChildren;
}) {
  return (
    <div class="card">
      <fieldset
        class="group"
        id={fieldId(id)}
        tabIndex={-1}
        aria-describedby={hint && `${fieldId(id)}-about`}
      >
        <legend>
          <h2>{title}</h2>
        </legend>
        {hint && (
          <p class="quiet small" id={`${fieldId(id)}-about`}>
            {hint}
          </p>
        )}
        {children}
      </fieldset>
    </div>
  );
}

function Sold({ view }: Part) {
  const { products, deal, context } = view;
  const { terms } = context.messages.desk;
  const [only] = products;
  return (
    <Group id="sold" title={terms.dimensions} hint={terms.dimensionsHint}>
      {products.length === 1 && only && (
        <>
          <input type="hidden" name="productId" value={only.productId} />
          <p id={fieldId('productId')} tabIndex={-1}>
            {terms.product}
            {context.messages.ui.colon}
            <strong>{only.title}</strong>
          </p>
          <Lines view={view} rows={dimensionRows(only, deal)} />
        </>
      )}
      <FieldError messages={context.messages} name="productId" error={view.errors.productId} />
      {products.length > 1 &&
        products.map((product, index) => (
          <ProductOption key={product.productId} view={view} product={product} first={index === 0} />
        ))}
      <div class="grid-3">
        <SelectField
          messages={context.messages}
          name="currency"
          label={terms.currency}
          options={currencies.map(value => ({ value, label: value }))}
          value={view.values.currency}
          error={view.errors.currency}
        />
      </div>
    </Group>
  );
}

/** One of several products. Its lines show only while it is chosen; see `.option` in forms.css. */
function ProductOption({ view, product, first }: Part & { product: Product; first: boolean }) {
  const id = fieldId(first ? 'productId' : `productId.${product.productId}`);
  return (
    <div class="option">
      <div class="choice">
        <input
          class="choice__input"
          type="radio"
          name="productId"
          id={id}
          value={product.productId}
          checked={view.values.productId === product.productId}
        />
        <label class="choice__label" for={id}>
          {product.title}
        </label>
      </div>
      <div class="option__body">
        <Lines view={view} rows={dimensionRows(product, view.deal)} />
      </div>
    </div>
  );
}

function Lines({ view, rows }: Part & { rows: DimensionRow[] }) {
  const { terms } = view.context.messages.desk;
  return (
    <div class="lines">
      {rows.map(row => (
        <fieldset key={row.key} class="group line">
          <legend class="visually-hidden">{row.label}</legend>
          <div class="line__name" aria-hidden="true">
            <strong>{row.label}</strong>
            <div class="quiet small">
              <code>{row.key}</code>
            </div>
          </div>
          <Input view={view} name={dimensionField(row, 'price')} label={terms.price} inputmode="decimal" />
          <Input view={view} name={dimensionField(row, 'units')} label={terms.units} inputmode="numeric" />
          <Input
            view={view}
            name={dimensionField(row, 'listPrice')}
            label={terms.listPrice}
            inputmode="decimal"
          />
        </fieldset>
      ))}
    </div>
  );
}

function Conditions({ view }: Part) {
  const { messages } = view.context;
  const { terms } = messages.desk;
  return (
    <Group id="conditions" title={messages.desk.deal.terms}>
      <div class="grid-2">
        <Input
          view={view}
          name="durationMonths"
          label={terms.durationMonths}
          inputmode="numeric"
          width="short"
        />
        <Input
          view={view}
          name="offerExpiresOn"
          label={terms.offerExpiresOn}
          hint={terms.expiryHint}
          type="date"
          width="medium"
        />
      </div>
      <Input
        view={view}
        name="buyerAwsAccountIds"
        label={terms.buyerAwsAccountIds}
        hint={terms.accountsHint}
        lines={3}
        width="medium"
      />
      <ChoiceField
        messages={messages}
        name="eula"
        label={terms.eula}
        values={[view.values.eula ?? 'standard']}
        choices={[
          { value: 'standard', label: terms.eulaStandard },
          { value: 'custom', label: terms.eulaCustom },
        ]}
      />
      <Input view={view} name="eulaUrl" label={terms.eulaUrl} hint={terms.eulaUrlHint} type="url" optional />
    </Group>
  );
}

function Payments({ view }: Part) {
  const { context, values, errors } = view;
  const { terms } = context.messages.desk;
  const rows = Array.from({ length: paymentRows(values) }, (_, index) => index);
  return (
    <Group id="paymentSchedule" title={terms.paymentSchedule} hint={terms.paymentHint}>
      <FieldError messages={context.messages} name="paymentSchedule" error={errors.paymentSchedule} />
      <div class="lines">
        {rows.map(index => (
          <fieldset key={index} class="group line line--payment">
            <legend class="visually-hidden">{terms.payment(index + 1)}</legend>
            <div class="line__name quiet" aria-hidden="true">
              {terms.payment(index + 1)}
            </div>
            <Input
              view={view}
              name={paymentField(index, 'chargeDate')}
              label={terms.chargeDate}
              type="date"
            />
            <Input
              view={view}
              name={paymentField(index, 'amount')}
              label={terms.amount}
              inputmode="decimal"
            />
          </fieldset>
        ))}
      </div>
      <div>
        <Button kind="secondary" size="small" name="more" value="payments">
          {terms.moreRows}
        </Button>
      </div>
    </Group>
  );
}

function Signer({ view }: Part) {
  const { messages } = view.context;
  const { terms } = messages.desk;
  const select = (name: string) => ({ messages, name, value: view.values[name], error: view.errors[name] });
  return (
    <Group id="signer" title={terms.signer} hint={terms.signerHint}>
      <div class="grid-2">
        <Input view={view} name="signer.name" label={terms.name} autocomplete="off" />
        <Input view={view} name="signer.email" label={terms.email} type="email" autocomplete="off" />
        <SelectField
          {...select('signer.language')}
          label={terms.language}
          options={languageOptions(messages)}
        />
        <SelectField
          {...select('signer.timeZone')}
          label={terms.timeZone}
          options={timeZoneOptions(view.values['signer.timeZone'] ?? '')}
        />
      </div>
    </Group>
  );
}

function Summary({ view }: Part) {
  const { context, summary, deal } = view;
  const { terms } = context.messages.desk;
  return (
    <div class="card">
      <div class="totals" role="status">
        {(['total', 'discount', 'approval'] as const).map(name => (
          <div key={name}>
            <div class="quiet small">{terms[name]}</div>
            <strong data-output={name}>{summary[name]}</strong>
          </div>
        ))}
      </div>
      <div class="actions">
        <Button>{terms.submit}</Button>
        <a href={dealUrl(deal.dealId)}>{terms.cancel}</a>
      </div>
    </div>
  );
}
