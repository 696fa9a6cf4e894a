import type { Product } from '../../../../deal/terms/products.ts';
import type { DeskChange } from '../../../../shared/models/desk/desk-change.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { ListedProduct } from '../../../service/aws-products/aws-products.ts';
import type { AwsTrouble } from '../../../service/aws-products/aws-trouble.ts';
import type { AwsProduct } from '../../../service/aws-products/read-saas-product.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import type { DeskContext } from '../../desk-context.ts';
import { settingsUrl } from '../settings-frame.tsx';

export const productsUrl = `${settingsUrl}/products`;
export const productUrl = (productId: string) => `${productsUrl}/${encodeURIComponent(productId)}`;

/** In the reader's words where AWS's are known, else in AWS's. */
export function visibilityText({ messages }: DeskContext, visibility: string): string {
  const known: Readonly<Record<string, string>> = messages.desk.settings.products.visibilities;
  return known[visibility] ?? visibility;
}

export const doneNames = ['saved', 'removed'] as const;
export type DoneName = (typeof doneNames)[number];

export interface ProductsView {
  context: DeskContext;
  /** What is sold now. */
  products: Product[];
  /** Nobody has saved any at the desk yet. */
  isOfEnvironment: boolean;
  /** Set once the reader has asked AWS. */
  atAws?: { answer: ListedProduct[] } | { trouble: AwsTrouble };
  done?: DoneName;
}

export interface ProductView {
  context: DeskContext;
  productId: string;
  /** As it is sold now; nothing for one that is not. */
  product?: Product;
  /** What AWS says of it. */
  atAws: { answer: AwsProduct } | { trouble: AwsTrouble };
  values: FormValues;
  /** The newest change when this was read. */
  seen: number;
  /** What others have changed while the form was open. */
  meanwhile?: DeskChange[];
  done?: DoneName;
  errors?: FieldErrors;
  problem?: string;
}
