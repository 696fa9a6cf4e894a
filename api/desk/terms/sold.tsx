import { currencies } from '../../../deal/terms/money.ts';
import type { Product } from '../../../deal/terms/products.ts';
import { FieldError, fieldId } from '../../ui/fields/field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { type DimensionRow, dimensionField, dimensionRows } from './dimension-rows.ts';
import { Group, Input, type Part } from './form-parts.tsx';
import { listPricesText } from './terms-text.ts';

/** Which product, and how much of what at which price. */
export function Sold({ view }: Part) {
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
            <div class="quiet small">{listPricesText(row, view.context)}</div>
          </div>
          <Input view={view} name={dimensionField(row, 'price')} label={terms.price} inputmode="decimal" />
          <Input view={view} name={dimensionField(row, 'units')} label={terms.units} inputmode="numeric" />
        </fieldset>
      ))}
    </div>
  );
}
