import type { Messages } from '../../../../shared/i18n/messages.ts';

/** Why the organization's sign-in has let nobody in. */
export type Refused = keyof Messages['desk']['signIn']['refused'];

/** Out to the provider. */
export const oidcUrl = (next: string) => `/desk/sign-in/oidc?${new URLSearchParams({ next })}`;

/** Back at the door, with the reason. */
export const refusedUrl = (refused: Refused, next: string) =>
  `/desk/sign-in?${new URLSearchParams({ next, refused })}`;
