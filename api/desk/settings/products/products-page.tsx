import type { Product } from '../../../../deal/terms/products.ts';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/fields/button.tsx';
import { type Row, Table } from '../../../ui/table.tsx';
import { listPricesText } from '../../terms/terms-text.ts';
import { SettingsFrame } from '../settings-frame.tsx';
import { AwsTroubleAlert } from './aws-trouble-alert.tsx';
import { type ProductsView, productsUrl, productUrl, visibilityText } from './view.ts';

/** Where the page stands with what AWS lists. */
export const withAwsUrl = `${productsUrl}?aws=yes#at-aws`;

/** What is sold, and what AWS lists. */
export function ProductsPage({ view }: { view: ProductsView }) {
  const { context, products, isOfEnvironment, atAws, done } = view;
  const { products: words } = context.messages.desk.settings;
  return (
    <SettingsFrame
      context={context}
      current="products"
      title={words.title}
      lead={words.lead}
      done={done && words[done]}
    >
      {isOfEnvironment && <p class="quiet">{words.fromEnvironment}</p>}
      <div class="card card--flush">
        <Table
          caption={words.title}
          columns={[{ label: words.product }, { label: words.dimensions }, { label: words.change }]}
          rows={products.map(product => rowOf(product, view))}
        />
      </div>
      {!atAws && (
        <div class="actions">
          <LinkButton href={withAwsUrl} kind="secondary">
            {words.askAws}
          </LinkButton>
        </div>
      )}
      {atAws && <AtAws view={view} atAws={atAws} />}
    </SettingsFrame>
  );
}

function rowOf(product: Product, { context }: ProductsView): Row {
  const { products: words } = context.messages.desk.settings;
  const { productId, title, dimensions } = product;
  return {
    key: productId,
    cells: [
      <div key="product">
        <a href={productUrl(productId)}>{title}</a>
        <div class="quiet small">
          <code>{productId}</code>
        </div>
      </div>,
      <ul key="dimensions" class="list small">
        {dimensions.map(dimension => (
          <li key={dimension.key}>
            {dimension.label} <span class="quiet">{listPricesText(dimension, context)}</span>
          </li>
        ))}
      </ul>,
      <LinkButton key="change" kind="secondary" size="small" href={productUrl(productId)}>
        {words.change}
        <span class="visually-hidden"> ({title})</span>
      </LinkButton>,
    ],
  };
}

function AtAws({ view, atAws }: { view: ProductsView; atAws: NonNullable<ProductsView['atAws']> }) {
  const { context, products } = view;
  const { products: words } = context.messages.desk.settings;
  if ('trouble' in atAws)
    return <AwsTroubleAlert context={context} trouble={atAws.trouble} again={withAwsUrl} />;
  const missing = products.filter(
    ({ productId }) => !atAws.answer.some(each => each.productId === productId),
  );
  return (
    <section class="stack" id="at-aws">
      <div class="stack stack--tight">
        <h2>{words.atAws}</h2>
        <p class="quiet">{words.atAwsLead}</p>
      </div>
      {missing.map(({ productId, title }) => (
        <p key={productId}>{words.notAtAws(title)}</p>
      ))}
      <div class="card card--flush">
        {atAws.answer.length > 0 ? (
          <Table
            caption={words.atAws}
            columns={[{ label: words.product }, { label: words.visibility }, { label: words.state }]}
            rows={atAws.answer.map(each => awsRow(each, view))}
          />
        ) : (
          <EmptyState title={words.noneAtAws}>{words.noneAtAwsText}</EmptyState>
        )}
      </div>
    </section>
  );
}

type Listed = { productId: string; title: string; visibility: string };

function awsRow({ productId, title, visibility }: Listed, { context, products }: ProductsView): Row {
  const { products: words } = context.messages.desk.settings;
  const isSold = products.some(each => each.productId === productId);
  return {
    key: productId,
    cells: [
      <div key="product">
        {title}
        <div class="quiet small">
          <code>{productId}</code>
        </div>
      </div>,
      visibilityText(context, visibility),
      isSold ? (
        <Badge tone="success">{words.soldHere}</Badge>
      ) : (
        <LinkButton key="add" kind="secondary" size="small" href={productUrl(productId)}>
          {words.add}
          <span class="visually-hidden"> ({title})</span>
        </LinkButton>
      ),
    ],
  };
}
