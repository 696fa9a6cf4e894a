import type { App, Deps } from '../deps.ts';
import { approvalRoutes } from './approvals/routes.ts';
import { showCounts } from './counts.ts';
import { offerAgainRoutes } from './deal/offer-again/routes.ts';
import { dealPageRoutes } from './deal/routes.ts';
import { dealListRoutes } from './deals/routes.ts';
import { unmatchedRoutes } from './events/routes.ts';
import { findRoutes } from './find/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { heldMailRoutes } from './inbound/routes.ts';
import { newInquiryRoutes } from './inquiry/routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { linkRoutes } from './link/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { mailRoutes } from './mails/routes.ts';
import { openingRoutes } from './opening/routes.ts';
import { reportPageRoutes } from './report/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { stuckRoutes } from './stuck/routes.ts';
import { termsRoutes } from './terms/routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';

/** The desk: every page that staff work with. */
export async function deskRoutes(app: App, deps: Deps): Promise<void> {
  showCounts(app, deps);
  await app.register(signInRoutes, deps);
  await app.register(homeRoutes, deps);
  await app.register(stuckRoutes, deps);
  await app.register(dealListRoutes, deps);
  await app.register(newInquiryRoutes, deps);
  await app.register(dealPageRoutes, deps);
  await app.register(offerAgainRoutes, deps);
  await app.register(termsRoutes, deps);
  await app.register(linkRoutes, deps);
  await app.register(heldMailRoutes, deps);
  await app.register(unmatchedRoutes, deps);
  await app.register(openingRoutes, deps);
  await app.register(webhookRoutes, deps);
  await app.register(mailRoutes, deps);
  await app.register(reportPageRoutes, deps);
  await app.register(approvalRoutes, deps);
  await app.register(liveRoutes, deps);
  await app.register(findRoutes, deps);
  await app.register(keyRoutes, deps);
}
