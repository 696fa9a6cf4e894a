import { currencies } from '../../../../deal/terms/money.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/fields/button.tsx';
import { Field, FieldError, fieldId } from '../../../ui/fields/field.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Meanwhile } from '../changes/meanwhile.tsx';
import { SettingsFrame } from '../settings-frame.tsx';
import { AwsTroubleAlert } from './aws-trouble-alert.tsx';
import { keysIn, type PriceRow, priceRows, rowField } from './rows.ts';
import { type ProductView, productsUrl, productUrl, visibilityText } from './view.ts';

type Part = { view: ProductView };

const awsOf = ({ atAws }: Pick<ProductView, 'atAws'>) => ('answer' in atAws ? atAws.answer : undefined);

/** What was typed stays, whatever AWS says by now. */
function rowsShown({ product, values, ...view }: ProductView): PriceRow[] {
  const rows = priceRows(product, awsOf(view));
  const others = keysIn(values).filter(key => !rows.some(row => row.key === key));
  return [
    ...rows,
    ...others.map((key): PriceRow => ({ key, label: key, state: 'known', isSold: true, listPrices: {} })),
  ];
}

/** One product: what AWS has beside what is set, to be changed and saved. */
export function ProductPage({ view }: Part) {
  const { context, productId, product, atAws, values, meanwhile = [], done, errors, problem } = view;
  const { products: words } = context.messages.desk.settings;
  const rows = rowsShown(view);
  return (
    <SettingsFrame
      context={context}
      current="products"
      title={product?.title || awsOf(view)?.title || productId}
      lead={words.editLead}
      done={done && words[done]}
      {...{ errors, problem }}
    >
      <p>
        <a href={productsUrl}>{words.back}</a>
      </p>
      {meanwhile.length > 0 && (
        <Meanwhile context={context} changes={meanwhile} title={words.meanwhile} text={words.meanwhileText} />
      )}
      {'trouble' in atAws && (
        <AwsTroubleAlert context={context} trouble={atAws.trouble} again={productUrl(productId)} />
      )}
      {rows.length === 0 && 'answer' in atAws && <p>{words.nothingSoldAhead}</p>}
      {rows.length > 0 && (
        <Form action={productUrl(productId)} keys={context.keys} here>
          <input type="hidden" name="seen" value={view.seen} />
          <input type="hidden" name="productCode" value={values.productCode} />
          <About view={view} />
          <Prices view={view} rows={rows} />
          <div class="actions">
            <Button>{words.save}</Button>
          </div>
        </Form>
      )}
      {product && <Removal view={view} />}
    </SettingsFrame>
  );
}

function About({ view }: Part) {
  const { context, productId, product, values, errors = {} } = view;
  const { messages } = context;
  const { products: words, changes } = messages.desk.settings;
  const aws = awsOf(view);
  const differs = aws && aws.title !== product?.title && product;
  return (
    <section class="card stack">
      <h2>{words.about}</h2>
      <SummaryList
        items={[
          { label: 'ID', value: <code>{productId}</code> },
          { label: changes.names.productCode ?? '', value: <code>{values.productCode}</code> },
          { label: words.visibility, value: aws && visibilityText(context, aws.visibility) },
        ]}
      />
      <Field
        messages={messages}
        name="title"
        label={words.name}
        hint={`${words.nameHint}${differs ? ` ${words.awsCalls(aws.title)}` : ''}`}
        value={values.title}
        error={errors.title}
        maxLength={150}
        required
      />
      <Field
        messages={messages}
        name="offerUrlTemplate"
        label={words.offerUrl}
        hint={words.offerUrlHint}
        type="text"
        inputmode="url"
        value={values.offerUrlTemplate}
        error={errors.offerUrlTemplate}
        optional
      />
    </section>
  );
}

function Prices({ view, rows }: Part & { rows: PriceRow[] }) {
  const { messages } = view.context;
  const { products: words } = messages.desk.settings;
  const byUse = awsOf(view)?.dimensions.filter(({ isSoldAhead }) => !isSoldAhead) ?? [];
  return (
    <section class="card stack">
      <h2>{words.dimensions}</h2>
      <p class="quiet small">{words.priceLead}</p>
      {rows.map(row => (
        <PriceLine key={row.key} view={view} row={row} />
      ))}
      {byUse.length > 0 && (
        <p class="quiet small">{words.byUse(byUse.map(({ label }) => label).join(messages.ui.comma))}</p>
      )}
    </section>
  );
}

const tones = { new: 'accent', gone: 'warning' } as const;

function PriceLine({ view, row }: Part & { row: PriceRow }) {
  const { context, values, errors = {} } = view;
  const { messages } = context;
  const { products: words } = messages.desk.settings;
  const sold = rowField(row.key, 'sold');
  const part = (name: string) => ({ messages, name, value: values[name], error: errors[name] });
  const says = { new: words.isNew, gone: words.isGone };
  return (
    <fieldset class="group stack price-line">
      <legend>
        <strong>{row.atAws ?? row.label}</strong> <code class="quiet small">{row.key}</code>{' '}
        {row.state !== 'known' && <Badge tone={tones[row.state]}>{says[row.state]}</Badge>}
      </legend>
      {row.state === 'gone' && <p class="quiet small">{words.isGoneText}</p>}
      <input type="hidden" name={rowField(row.key, 'key')} value={row.key} />
      <FieldError messages={messages} name={sold} error={errors[sold]} />
      <div class="choice">
        <input
          class="choice__input"
          type="checkbox"
          id={fieldId(sold)}
          name={sold}
          value="yes"
          checked={values[sold] === 'yes'}
          aria-describedby={errors[sold] ? `${fieldId(sold)}-error` : undefined}
        />
        <label class="choice__label" for={fieldId(sold)}>
          {words.sell}
          <span class="visually-hidden"> ({row.key})</span>
        </label>
      </div>
      <Field {...part(rowField(row.key, 'label'))} label={words.label} maxLength={150} />
      <div class="prices">
        {currencies.map(currency => (
          <Field
            key={currency}
            {...part(rowField(row.key, currency))}
            label={currency}
            inputmode="decimal"
            autocomplete="off"
          />
        ))}
      </div>
    </fieldset>
  );
}

function Removal({ view: { context, productId, seen } }: Part) {
  const { products: words } = context.messages.desk.settings;
  return (
    <section class="card stack">
      <h2>{words.remove}</h2>
      <p class="quiet">{words.removeText}</p>
      <Form action={`${productUrl(productId)}/remove`} keys={context.keys} name="remove">
        <input type="hidden" name="seen" value={seen} />
        <Button kind="danger">{words.remove}</Button>
      </Form>
    </section>
  );
}
