import { access } from './access.ts';
import { deals } from './deals.ts';
import { mail } from './mail.ts';
import { marketplace } from './marketplace.ts';
import { oidc } from './oidc.ts';
import { servers } from './servers.ts';
import { telemetry } from './telemetry.ts';
import { vendor } from './vendor.ts';
import { web } from './web.ts';
import { webhooks } from './webhooks.ts';

/** Every setting of api and worker. The table in docs/operating.md is made from it. */
export const settings = {
  ...web,
  ...servers,
  ...mail,
  ...vendor,
  ...marketplace,
  ...webhooks,
  ...access,
  ...oidc,
  ...deals,
  ...telemetry,
};
